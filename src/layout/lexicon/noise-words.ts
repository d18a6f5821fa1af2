/** What stands around names and levels without being part of them. Patterns are tried on texts without blanks. */

/** Names that a template leaves behind; a row with such a name and nothing else is an empty row. */
export const EMPTY_NAME = /^(?:[.…·]+|[★☆*▲●]*(?:三级)?指标[\d一二三四五六七八九十]*[:：]?[.…·]*|\d+[.、]?)$/;

/** What a left-over row may hold in its other cells. */
export const BLANK_ENTRY = /^[-—–－/.…·*]*$/;

/** "指标1：", "★": taken off the front of an indicator's name. */
export const NAME_PREFIX = /^(?:[★☆*▲●]+\s*|(?:三级)?指标\s*[\d一二三四五六七八九十]+\s*[:：]\s*)+/;

/** A name that none of these patterns can touch: most of them, told by one look instead of three. */
export const PLAIN_NAME = /^(?!三级|指标|\d+$)[一-鿿A-Za-z\d]+$/;

/** 产出指标(50分): the level is 产出指标. Its printed points stay in the level's field. */
export const LEVEL_POINTS = /(?:[(（](?:满分|权重|共|计)?[:：]?\d+(?:\.\d+)?[分%％]?[)）]|(?<=[^\d.])\d+(?:\.\d+)?分)$/;

export const SUBTOTAL = /^(?:小计|分项小计|.{2,4}指标小计)$/;

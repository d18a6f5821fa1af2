/** What stands around names and levels without being part of them. */

/** Names that a template leaves behind; a row with such a name and nothing else is an empty row. */
export const EMPTY_NAME = /^(?:[.…·]+|(?:三级)?指标\d*[:：]?[.…]*|\d+[.、]?)$/;

/** "指标1：", "★", "①": taken off the front of an indicator's name. */
export const NAME_PREFIX = /^(?:[★☆*▲●]+\s*|(?:三级)?指标\s*\d+\s*[:：]\s*)+/;

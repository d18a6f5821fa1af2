/** The styles part as looks, one for each cell format. What is missing or odd falls back to Excel's defaults: a look never fails. */
import { attribute, isTrue, type XmlElement } from "../../host/xlsx/xml/tree";
import { type Colors, cssColor, find } from "./colors";
import { type CellLook, type ConditionalLook, type Edge, type Horizontal, PLAIN_LOOK, type Vertical } from "./look";

/** Families of fonts that stand in for each other; the last is the browser's own. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/黑体|SimHei|雅黑|YaHei|等线|DengXian|幼圆|Arial|Calibri|Helvetica|Segoe|Tahoma|Verdana|PingFang|思源黑体|Sans/i, 'SimHei,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif'],
  [/楷|KaiTi|Kai/i, 'KaiTi,STKaiti,"Noto Serif CJK SC",serif'],
  [/仿宋|FangSong/i, 'FangSong,STFangsong,"Noto Serif CJK SC",serif'],
  [/Courier|Consolas|Mono/i, 'Consolas,"Noto Sans Mono CJK SC",monospace'],
];
const SERIF = 'SimSun,"Songti SC","Noto Serif CJK SC",serif';
/** Border styles as CSS, and which of two that meet is drawn. */
const EDGES: Readonly<Record<string, readonly [css: string, weight: number]>> = {
  hair: ["1px dotted", 1],
  dotted: ["1px dotted", 2],
  dashDotDot: ["1px dashed", 3],
  dashDot: ["1px dashed", 4],
  dashed: ["1px dashed", 5],
  thin: ["1px solid", 6],
  mediumDashDotDot: ["2px dashed", 7],
  slantDashDot: ["2px dashed", 8],
  mediumDashDot: ["2px dashed", 9],
  mediumDashed: ["2px dashed", 10],
  medium: ["2px solid", 11],
  thick: ["3px solid", 12],
  double: ["3px double", 13],
};

export interface Font extends Pick<CellLook, "family" | "sizePt" | "bold" | "italic" | "underline" | "strike" | "color"> {
  readonly name: string;
}

export interface Looks {
  readonly looks: readonly CellLook[];
  /** Differential formats, by their index. */
  readonly differences: readonly ConditionalLook[];
  /** Width of a digit of the standard font in pixels: the unit of column widths. */
  readonly digitPx: number;
}

export function readLooks(styles: XmlElement | null, colors: Colors): Looks {
  const items = (name: string): readonly XmlElement[] => find(styles, name)?.children ?? [];
  const fonts = items("fonts").map((font) => readFont(font, colors));
  const fills = items("fills").map((fill) => readFill(fill, colors));
  const borders = items("borders").map((border) => readBorder(border, colors));
  const looks = items("cellXfs").map((xf): CellLook => {
    const font = fonts[index(xf, "fontId")];
    const alignment = find(xf, "alignment");
    return {
      ...(font ?? PLAIN_LOOK),
      fill: fills[index(xf, "fillId")] ?? null,
      ...(borders[index(xf, "borderId")] ?? { top: null, right: null, bottom: null, left: null }),
      ...readAlignment(alignment),
      locked: attribute(find(xf, "protection") ?? xf, "locked") === null || isTrue(attribute(find(xf, "protection") ?? xf, "locked")),
    };
  });
  return { looks: looks.length > 0 ? looks : [PLAIN_LOOK], differences: items("dxfs").map((dxf) => readDifference(dxf, colors)), digitPx: digitWidth(fonts[0]) };
}

/** A `<font>` of the styles, or the `<rPr>` of a stretch of text, which says `rFont` for `name`. */
export function readFont(font: XmlElement, colors: Colors): Font {
  const value = (name: string): string | null => {
    const child = find(font, name);
    return child ? (attribute(child, "val") ?? "1") : null;
  };
  const name = value("name") ?? value("rFont") ?? "宋体";
  const size = parseFloat(value("sz") ?? "11");
  const on = (flag: string): boolean => {
    const given = value(flag);
    return given !== null && given !== "0" && given !== "false" && given !== "none";
  };
  return { name, family: familyOf(name), sizePt: size > 0 && size < 410 ? size : 11, bold: on("b"), italic: on("i"), underline: on("u"), strike: on("strike"), color: cssColor(find(font, "color"), colors) };
}

/** A `<dxf>`: only what it names. Its fill is the background colour, other than in cell formats. */
function readDifference(dxf: XmlElement, colors: Colors): ConditionalLook {
  const font = find(dxf, "font");
  const said = font ? readFont(font, colors) : null;
  const has = (name: string): boolean => find(font, name) !== undefined;
  const pattern = find(dxf, "fill", "patternFill");
  const solid = pattern !== undefined && /^(solid)?$/.test(attribute(pattern, "patternType") ?? "");
  const fill = solid ? (cssColor(find(pattern, "bgColor"), colors) ?? cssColor(find(pattern, "fgColor"), colors)) : readFill(find(dxf, "fill"), colors);
  const border = find(dxf, "border");
  const edges = border ? readBorder(border, colors) : null;
  return {
    ...(said && has("b") && { bold: said.bold }),
    ...(said && has("i") && { italic: said.italic }),
    ...(said && has("u") && { underline: said.underline }),
    ...(said && has("strike") && { strike: said.strike }),
    ...(said?.color && { color: said.color }),
    ...(fill !== null && { fill }),
    ...(edges && Object.fromEntries(Object.entries(edges).filter(([, edge]) => edge !== null))),
  };
}

function familyOf(name: string): string {
  const others = FAMILIES.find(([names]) => names.test(name))?.[1] ?? SERIF;
  // Goes into a style sheet: nothing that could end the string or the rule.
  return `"${name.replace(/["\\{}<>;\n\r]/g, "")}",${others}`;
}

function readFill(fill: XmlElement | undefined, colors: Colors): string | null {
  const pattern = find(fill, "patternFill");
  if (!pattern) return cssColor(find(fill, "gradientFill", "stop", "color"), colors);
  const type = attribute(pattern, "patternType");
  if (type === null || type === "none") return null;
  const front = cssColor(find(pattern, "fgColor"), colors);
  if (type === "solid") return front;
  // Dots and stripes are shown as the shade that they make from afar.
  const share = /125|0625/.test(type) ? 12 : /light/i.test(type) ? 25 : /dark/i.test(type) ? 75 : 50;
  return `color-mix(in srgb, ${front ?? "#000000"} ${share}%, ${cssColor(find(pattern, "bgColor"), colors) ?? "#ffffff"})`;
}

function readBorder(border: XmlElement, colors: Colors): Pick<CellLook, "top" | "right" | "bottom" | "left"> {
  const edge = (...names: readonly string[]): Edge | null => {
    for (const name of names) {
      const side = find(border, name);
      const style = EDGES[side ? (attribute(side, "style") ?? "none") : "none"];
      if (side && style) return { css: `${style[0]} ${cssColor(find(side, "color"), colors) ?? "#000000"}`, weight: style[1] };
    }
    return null;
  };
  // Strict files say start and end.
  return { top: edge("top"), right: edge("right", "end"), bottom: edge("bottom"), left: edge("left", "start") };
}

const HORIZONTAL: Readonly<Record<string, Horizontal>> = { left: "left", center: "center", right: "right", centerContinuous: "center", justify: "justify", distributed: "justify", fill: "left" };
const VERTICAL: Readonly<Record<string, Vertical>> = { top: "top", center: "middle", bottom: "bottom", justify: "top", distributed: "middle" };

function readAlignment(alignment: XmlElement | undefined): Pick<CellLook, "horizontal" | "vertical" | "wrap" | "indent" | "turned"> {
  const get = (name: string): string => (alignment ? (attribute(alignment, name) ?? "") : "");
  const horizontal = HORIZONTAL[get("horizontal")] ?? "general";
  const angle = parseInt(get("textRotation") || "0", 10);
  return {
    horizontal,
    vertical: VERTICAL[get("vertical")] ?? "bottom",
    wrap: isTrue(get("wrapText")) || horizontal === "justify",
    indent: Math.min(15, Math.max(0, parseInt(get("indent") || "0", 10) || 0)),
    // Slanted text is shown upright: legible, if not faithful.
    turned: angle === 255 ? "stacked" : angle >= 60 && angle <= 90 ? "up" : angle >= 150 && angle <= 180 ? "down" : "no",
  };
}

/** Measured in Excel: 宋体 11 and 12 → 8 px, 10 → 7, Calibri 11 → 7. */
function digitWidth(font: Font | undefined): number {
  const px = ((font?.sizePt ?? 11) * 96) / 72;
  const narrow = font !== undefined && /^[\x20-\x7e]+$/.test(font.name) && !/^(SimSun|SimHei|NSimSun|KaiTi|FangSong|DengXian|Microsoft YaHei)/i.test(font.name);
  return Math.max(4, narrow ? Math.round(px * 0.507) : Math.ceil(px / 2));
}

function index(element: XmlElement, name: string): number {
  return parseInt(attribute(element, name) ?? "0", 10);
}

/** A cell written as XML. */
import { a1 } from "../../../model/address";
import type { CellValue } from "../../../model/grid";
import { attributesOf } from "../xml/tags";
import { escapeCellText, escapeText } from "../xml/text";

export interface CellParts {
  /** Of the `<c>` that is replaced; null for a new one. */
  readonly old: string | null;
  readonly prefix: string;
  readonly part: string;
  readonly row: number;
  readonly col: number;
  readonly style: number;
  readonly value: CellValue;
  /** The content of `<is>` where the text keeps its runs; null to write it plainly. */
  readonly runs: string | null;
}

/** Keeps the attributes of the old cell but type, format and what describes the old value (cm, vm). */
export function cellXml(cell: CellParts): string {
  const p = cell.prefix;
  const attributes: string[] = [];
  let styled = false;
  for (const { name, raw } of cell.old === null ? [] : attributesOf(cell.old, cell.part)) {
    if (name === "t" || name === "cm" || name === "vm") continue;
    if (name === "s") styled = true;
    const value = name === "s" ? String(cell.style) : raw;
    attributes.push(value.includes('"') ? `${name}='${value}'` : `${name}="${value}"`);
  }
  if (cell.old === null) attributes.push(`r="${a1(cell)}"`);
  if (!styled && cell.style > 0) attributes.push(`s="${cell.style}"`);
  const type = typeAttribute(cell.value);
  if (type !== "") attributes.push(`t="${type}"`);
  const open = `<${p}c${attributes.map((attribute) => ` ${attribute}`).join("")}`;
  const content = cellContent(cell);
  return content === "" ? `${open}/>` : `${open}>${content}</${p}c>`;
}

function typeAttribute(value: CellValue): string {
  switch (value.kind) {
    case "empty":
    case "number":
      return "";
    case "text":
      return value.text === "" ? "" : "inlineStr";
    case "boolean":
      return "b";
    case "error":
      return "e";
  }
}

function cellContent({ prefix: p, value, runs }: CellParts): string {
  switch (value.kind) {
    case "empty":
      return "";
    case "number":
      return `<${p}v>${value.digits}</${p}v>`;
    case "text":
      if (value.text === "") return "";
      return `<${p}is>${runs ?? `<${p}t xml:space="preserve">${escapeCellText(value.text)}</${p}t>`}</${p}is>`;
    case "boolean":
      return `<${p}v>${value.value ? "1" : "0"}</${p}v>`;
    case "error":
      return `<${p}v>${escapeText(value.code)}</${p}v>`;
  }
}

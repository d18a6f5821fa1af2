/** Published workbooks have their figures as constants; accountants' own have formulas. This puts them in. */
import { a1, parseA1 } from "../../src/model/address";
import { partsOf } from "../host-xlsx/support";
import { zipParts } from "./package-builder";

export interface FormulaSpec {
  /** Without "=", as XML: `&lt;` for "<". */
  readonly formula: string;
  /** The stored result, "" for none. */
  readonly result: string;
  readonly kind?: "number" | "text" | "error";
}

export interface SheetChanges {
  readonly formulas?: Readonly<Record<string, FormulaSpec>>;
  /** Sets the sheet's protection; all cells that are not unlocked are locked then. */
  readonly protect?: boolean;
}

/** The same workbook with formulas in cells of the n-th sheet part (from 1). The cells keep their formats. */
export function withFormulas(bytes: Uint8Array, sheets: Readonly<Record<number, SheetChanges>>): Uint8Array {
  const parts = new Map([...partsOf(bytes)].map(([name, { content }]): [string, Uint8Array] => [name, new Uint8Array(content)]));
  for (const [n, changes] of Object.entries(sheets)) {
    const part = `xl/worksheets/sheet${n}.xml`;
    const content = parts.get(part);
    if (!content) throw new Error(`no ${part}`);
    let xml = Buffer.from(content).toString("utf8");
    for (const [address, spec] of Object.entries(changes.formulas ?? {})) xml = withFormula(xml, address, spec);
    if (changes.protect) xml = xml.replace("</sheetData>", '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>');
    parts.set(part, Buffer.from(xml, "utf8"));
  }
  return zipParts(parts);
}

function withFormula(xml: string, address: string, { formula, result, kind = "number" }: FormulaSpec): string {
  const type = kind === "text" ? ' t="str"' : kind === "error" ? ' t="e"' : "";
  const content = `<f>${formula}</f>${result === "" ? "" : `<v>${result}</v>`}`;
  const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s");
  if (cell.test(xml)) return xml.replace(cell, (_, attributes: string) => `<c r="${address}"${attributes.replace(/ t="[^"]*"/, "")}${type}>${content}</c>`);
  const at = parseA1(address);
  if (!at) throw new Error(address);
  // Behind the last cell of its row: to be used for columns that the form does not reach.
  const row = new RegExp(`(<row [^>]*?\\br="${at.row}"[^>]*?)(?: spans="[^"]*")?([^>]*>)(.*?)</row>`, "s");
  if (!row.test(xml)) throw new Error(`no row for ${address}`);
  return xml.replace(row, (_, open: string, rest: string, cells: string) => `${open}${rest}${cells}<c r="${a1(at)}"${type}>${content}</c></row>`);
}

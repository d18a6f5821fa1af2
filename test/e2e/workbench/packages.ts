/** What differs between two packages beyond what a plan asked for. Reads zip and XML its own simple way, not the adapter's. */
import { openWorkbook } from "../../../src/host/xlsx/open";
import { a1 } from "../../../src/model/address";
import type { WorkbookGrid } from "../../../src/model/grid";
import type { WritePlan } from "../../../src/model/write-plan";
import { partsOf } from "../../host-xlsx/support";

/** Our marks' look lives in styles; what we remember lives in a custom part, which other parts have to name. */
const OURS = /^(?:\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|customXml\/(?:_rels\/item\d+\.xml\.rels|item(?:Props)?\d+\.xml))$/;

/** Empty if the second package is the first with the plan, and nothing else. */
export function unplanned(before: Uint8Array, after: Uint8Array, plan: WritePlan): string[] {
  const old = partsOf(before);
  const now = partsOf(after);
  const text = (parts: typeof old, name: string): string => parts.get(name)?.content.toString("utf8") ?? "";
  const sheets = sheetParts(text(old, "xl/workbook.xml"), text(old, "xl/_rels/workbook.xml.rels"));
  const recalculated = openWorkbook(before).grid().sheets.some(({ cells }) => cells.some(({ formula }) => formula !== null));
  const differences: string[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(name), now.get(name)];
    if (was && is && was.content.equals(is.content)) continue;
    const sheet = sheets.get(name);
    if (sheet !== undefined) differences.push(...unplannedInSheet(text(old, name), text(now, name), sheet, plan).map((what) => `${name} ${what}`));
    else if (!OURS.test(name) && !(name === "xl/workbook.xml" && recalculated)) differences.push(name);
  }
  return differences;
}

/** Sheet names by part. */
function sheetParts(workbook: string, relationships: string): ReadonlyMap<string, string> {
  const targets = new Map([...relationships.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  return new Map(
    [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, "r:id")) ?? "";
      return [target.startsWith("/") ? target.slice(1) : `xl/${target}`, unescaped(attribute(tag, "name"))];
    }),
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
}

const CELL = /<c (?=[^>]*\br="([A-Z]+\d+)")[^>]*?(?:\/>|>.*?<\/c>)/gs;
const FORMAT = /<conditionalFormatting sqref="([A-Z]+\d+)"><cfRule type="expression" dxfId="\d+" priority="\d+"><formula>[^<]*<\/formula><\/cfRule><\/conditionalFormatting>/g;

function unplannedInSheet(was: string, is: string, sheet: string, plan: WritePlan): string[] {
  const on = ({ ref }: { readonly ref: { readonly sheet: string; readonly row: number; readonly col: number } }): string[] => (ref.sheet === sheet ? [a1(ref)] : []);
  const edited = new Set(plan.edits.flatMap(on));
  const marked = new Set(plan.marks.flatMap(on));
  const old = cells(was);
  const now = cells(is);
  const differing = [...new Set([...old.keys(), ...now.keys()])].filter((address) => !edited.has(address) && old.get(address) !== now.get(address));
  const rest = (xml: string): string => xml.replace(CELL, (cell, address: string) => (edited.has(address) ? "" : cell));
  // Marks come in front of the user's own conditional formats, so those count on.
  const withoutMarks = rest(is).replace(FORMAT, (rule, address: string) => (marked.has(address) && !was.includes(rule) ? "" : rule));
  const unnumbered = (xml: string): string => xml.replace(/(<(?:x14:)?cfRule [^>]*?priority=")\d+"/g, '$1"');
  return [...differing, ...(unnumbered(rest(was)) === unnumbered(withoutMarks) ? [] : ["outside of cells"])];
}

function cells(xml: string): ReadonlyMap<string, string> {
  return new Map([...xml.matchAll(CELL)].map(([cell, address]) => [address ?? "", cell]));
}

/** Values and formulas of a workbook as the plan makes them, by cell. */
export function holding(grid: WorkbookGrid, plan?: WritePlan): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { name, cells: all } of grid.sheets) for (const cell of all) if (cell.value.kind !== "empty" || cell.formula !== null) found.set(`${name}!${a1(cell)}`, [cell.value, cell.formula]);
  for (const { ref, after } of plan?.edits ?? []) {
    const key = `${ref.sheet}!${a1(ref)}`;
    if (after.kind === "empty") found.delete(key);
    else found.set(key, [after, null]);
  }
  return found;
}

/** Number of conditional formats on one cell, over all sheets. */
export function formatsOn(bytes: Uint8Array, address: string): number {
  const sheets = [...partsOf(bytes)].filter(([part]) => part.startsWith("xl/worksheets/"));
  return sheets.reduce((sum, [, { content }]) => sum + content.toString("utf8").split(`<conditionalFormatting sqref="${address}">`).length - 1, 0);
}

/** Cell changes as replacements in a sheet's XML: everything around the cells stays as it is. */
import { a1, areaA1, parseArea } from "../../../model/address";
import type { CellValue } from "../../../model/grid";
import type { Outline } from "../xml/outline";
import type { Splice } from "../xml/splice";
import { attributeOf, withAttribute } from "../xml/tags";
import { inRunsOf } from "../strings/rich-text";
import { cellXml } from "./cell-xml";
import { index } from "./cursor";
import { resultXml } from "./result-xml";
import { type CellSite, columnStyle, locateRows, type RowSite, type SheetSites } from "./locate-cells";

export interface CellChange {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** The cell format for the value, from the one the cell has or would have; null: a formula's result, its cell keeps all else. */
  readonly style: ((own: number) => number) | null;
}

export interface PatchContext {
  readonly part: string;
  /** Of the sheet's text. */
  readonly outline: Outline;
  /** The raw XML of a shared string, null if there is none. */
  readonly sharedString: (index: number) => string | null;
}

/** At most one change for a cell. Throws FaultError `damaged`. */
export function patchCells(text: string, changes: readonly CellChange[], context: PatchContext): Splice[] {
  const byRow = new Map<number, CellChange[]>();
  for (const change of [...changes].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const row = byRow.get(change.row);
    if (row) row.push(change);
    else byRow.set(change.row, [change]);
  }
  const sites = locateRows(text, context.part, context.outline, [...byRow.keys()]);
  const patch = new SheetPatch(text, context, sites);
  for (const [row, changesOfRow] of byRow) patch.row(row, changesOfRow);
  return patch.finish();
}

class SheetPatch {
  private readonly splices: Splice[] = [];
  private readonly added: { row: number; col: number }[] = [];
  private atEnd = "";
  private readonly prefix: string;

  constructor(
    private readonly text: string,
    private readonly context: PatchContext,
    private readonly sites: SheetSites,
  ) {
    this.prefix = context.outline.prefix;
  }

  row(row: number, changes: readonly CellChange[]): void {
    const site = this.sites.rows.get(row);
    if (site) this.existingRow(site, changes);
    else this.newRow(row, changes);
  }

  finish(): Splice[] {
    const { sheetData } = this.sites;
    if (this.atEnd !== "") {
      if (sheetData.selfClosing) {
        const open = this.text.slice(sheetData.start, sheetData.end).replace(/\s*\/>$/, ">");
        this.put(sheetData.start, sheetData.end, `${open}${this.atEnd}</${this.prefix}sheetData>`);
      } else this.put(sheetData.contentEnd, sheetData.contentEnd, this.atEnd);
    }
    this.growDimension();
    return this.splices;
  }

  private newRow(row: number, changes: readonly CellChange[]): void {
    const cells = changes.map((change) => this.newCell(change, -1)).join("");
    if (cells === "") return;
    const xml = `<${this.prefix}row r="${row}">${cells}</${this.prefix}row>`;
    const behind = this.sites.rowsBehind.get(row);
    if (behind === undefined) this.atEnd += xml;
    else this.put(behind, behind, xml);
  }

  private existingRow(site: RowSite, changes: readonly CellChange[]): void {
    let inserted = "";
    const newCols: number[] = [];
    for (const change of changes) {
      // Of two cells with one address the last counts, here as in the reader.
      const cell = site.cells.filter((candidate) => candidate.col === change.col).at(-1);
      if (cell) {
        this.put(cell.start, cell.end, this.replaced(change, cell));
        continue;
      }
      const xml = this.newCell(change, site.style);
      if (xml === "") continue;
      newCols.push(change.col);
      const behind = site.cells.find((candidate) => candidate.col > change.col);
      if (behind) this.put(behind.start, behind.start, xml);
      else inserted += xml;
    }
    if (newCols.length === 0) return;
    const open = this.text.slice(site.start, site.openEnd);
    const widened = this.widened(open, newCols);
    if (site.selfClosing) this.put(site.start, site.openEnd, `${widened.replace(/\s*\/>$/, ">")}${inserted}</${this.prefix}row>`);
    else {
      if (widened !== open) this.put(site.start, site.openEnd, widened);
      if (inserted !== "") this.put(site.contentEnd, site.contentEnd, inserted);
    }
  }

  /** The row's `spans` is a hint of its first and last column; a wrong one makes Excel complain. */
  private widened(open: string, cols: readonly number[]): string {
    const spans = attributeOf(open, this.context.part, "spans");
    if (spans === null) return open;
    const match = /^(\d+):(\d+)$/.exec(spans);
    const value = match ? `${Math.min(parseInt(match[1] ?? "1", 10), ...cols)}:${Math.max(parseInt(match[2] ?? "1", 10), ...cols)}` : null;
    return value === spans ? open : withAttribute(open, this.context.part, "spans", value);
  }

  private replaced(change: CellChange, cell: CellSite): string {
    const old = this.text.slice(cell.start, cell.end);
    if (change.style === null) return resultXml(old, this.prefix, this.context.part, change.value);
    return cellXml({ old, prefix: this.prefix, part: this.context.part, row: change.row, col: change.col, style: change.style(Math.max(0, cell.style)), value: change.value, runs: this.runs(change.value, cell, old) });
  }

  private runs(value: CellValue, cell: CellSite, old: string): string | null {
    if (value.kind !== "text") return null;
    if (cell.type === "shared") {
      const item = this.context.sharedString(index(cell.value));
      return item !== null && /<[^>]*\br[\s>]/.test(item) ? inRunsOf(item, this.context.part, value.text, this.prefix) : null;
    }
    if (!cell.inlineRich) return null;
    const item = new RegExp(`<${this.prefix}is[\\s>][\\s\\S]*</${this.prefix}is\\s*>`).exec(old)?.[0];
    return item === undefined ? null : inRunsOf(item, this.context.part, value.text, this.prefix);
  }

  /** "" for an empty cell: there is nothing to add. */
  private newCell(change: CellChange, rowStyle: number): string {
    const { value, style } = change;
    // A formula has a cell, or it is none.
    if (style === null || value.kind === "empty" || (value.kind === "text" && value.text === "")) return "";
    const inherited = rowStyle >= 0 ? rowStyle : columnStyle(this.text, this.context.part, this.context.outline, change.col);
    this.added.push(change);
    return cellXml({ old: null, prefix: this.prefix, part: this.context.part, row: change.row, col: change.col, style: style(Math.max(0, inherited)), value, runs: null });
  }

  private growDimension(): void {
    const dimension = this.context.outline.children.find((child) => child.own && child.name === "dimension");
    if (!dimension || this.added.length === 0) return;
    const tag = this.text.slice(dimension.start, dimension.end);
    const area = parseArea(attributeOf(tag, this.context.part, "ref") ?? "");
    if (!area) return;
    let { top, left, bottom, right } = area;
    for (const { row, col } of this.added) {
      top = Math.min(top, row);
      left = Math.min(left, col);
      bottom = Math.max(bottom, row);
      right = Math.max(right, col);
    }
    if (top === area.top && left === area.left && bottom === area.bottom && right === area.right) return;
    const ref = top === bottom && left === right ? a1({ row: top, col: left }) : areaA1({ top, left, bottom, right });
    this.put(dimension.start, dimension.end, withAttribute(tag, this.context.part, "ref", ref));
  }

  private put(start: number, end: number, text: string): void {
    this.splices.push({ start, end, text });
  }
}

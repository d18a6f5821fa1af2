/** All sheets as grids. Sheets first, then their used areas, then cells in blocks: the number of sheets makes no request more. */
import { type Area, cellKey } from "../../../model/address";
import { FaultError } from "../../../model/fault";
import type { GridCell, SheetGrid, WorkbookGrid } from "../../../model/grid";
import { brief } from "../brief";
import { officeCode } from "../faults";
import { tooManyCells } from "../messages";
import { Cancelled, type ReadOptions } from "../../port";
import { areasOf } from "./addresses";
import { type Block, cellsIn, halved, mergeTiles, packBlocks } from "./blocks";
import { CONTENT_PROPERTIES, contentAt, GENERAL } from "./cell-content";
import { loadSheets, loadUsedAreas, type SheetFacts, type UsedAreas } from "./sheets";

/** Cells of all used areas together: beyond, somebody has a cell at the end of the sheet. */
const MAX_CELLS = 4_000_000;

/** Cells that only have a format are read too, unless whole columns are formatted. */
const FORMATTED_EXTRA = 4_000;

interface SheetParts {
  readonly cells: GridCell[];
  /** By anchor; null once Excel could not tell. */
  merges: Map<number, Area> | null;
}

export async function readWorkbook(context: Excel.RequestContext, withMerges: boolean, options: ReadOptions): Promise<{ readonly grid: WorkbookGrid; readonly sheets: readonly SheetFacts[] }> {
  const checkpoint = (): void => {
    if (options.cancelled?.()) throw new Cancelled();
  };
  checkpoint();
  const takeSheets = loadSheets(context);
  await context.sync();
  checkpoint();
  const sheets = takeSheets();
  const takeUsed = sheets.map((sheet) => loadUsedAreas(context, sheet.id));
  await context.sync();

  const blocks = sheets.flatMap((sheet, n): Block[] => {
    const area = areaToRead(takeUsed[n]?.() ?? { withValues: null, withFormats: null });
    return area ? [{ sheet: sheet.id, area }] : [];
  });
  const total = blocks.reduce((sum, block) => sum + cellsIn(block.area), 0);
  if (total > MAX_CELLS) refuse(sheets, blocks);

  const parts = new Map(sheets.map((sheet): [string, SheetParts] => [sheet.id, { cells: [], merges: withMerges ? new Map() : null }]));
  let done = 0;
  for (const request of packBlocks(blocks)) {
    checkpoint();
    await readBlocks(context, request, parts);
    done += request.reduce((sum, block) => sum + cellsIn(block.area), 0);
    options.onProgress?.(done / total);
  }
  checkpoint();
  if (total === 0) options.onProgress?.(1);
  return { grid: { sheets: sheets.map((sheet) => sheetGrid(sheet, parts.get(sheet.id))) }, sheets };
}

function areaToRead({ withValues, withFormats }: UsedAreas): Area | null {
  if (!withFormats) return withValues;
  const extra = cellsIn(withFormats) - (withValues ? cellsIn(withValues) * 4 : 0);
  return extra <= FORMATTED_EXTRA ? withFormats : withValues;
}

function refuse(sheets: readonly SheetFacts[], blocks: readonly Block[]): never {
  const [largest] = [...blocks].sort((a, b) => cellsIn(b.area) - cellsIn(a.area));
  const name = sheets.find((sheet) => sheet.id === largest?.sheet)?.name ?? "";
  throw new FaultError("too-large", tooManyCells(name, largest ? cellsIn(largest.area) : 0));
}

/** One request; cut in two where the answer is too large, and without merged areas where Excel cannot tell them. */
async function readBlocks(context: Excel.RequestContext, blocks: readonly Block[], parts: ReadonlyMap<string, SheetParts>): Promise<void> {
  const wanted = blocks.map((block) => ({ block, part: parts.get(block.sheet) }));
  const loads = wanted.map(({ block, part }) => {
    const sheet = context.workbook.worksheets.getItem(block.sheet);
    const { top, left, bottom, right } = block.area;
    const range = brief(sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1));
    range.load(CONTENT_PROPERTIES);
    const tiles = part?.merges ? mergeTiles(block.area).map((tile) => loadMerges(sheet, tile)) : [];
    return { range, tiles };
  });
  try {
    await context.sync();
  } catch (error) {
    const code = officeCode(error);
    const halves = code === "ResponsePayloadSizeLimitExceeded" ? halved(blocks) : null;
    if (halves) {
      for (const half of halves) await readBlocks(context, half, parts);
      return;
    }
    // Merged areas help to find the forms, but the values do without them.
    const asked = wanted.filter(({ part }) => part?.merges);
    if (asked.length === 0 || (code !== "GeneralException" && code !== "InvalidArgument" && code !== "ApiNotFound")) throw error;
    for (const { part } of asked) if (part) part.merges = null;
    return readBlocks(context, blocks, parts);
  }
  // The client has just taken the answer apart: the page may draw before its cells are gone through.
  await new Promise((resume) => setTimeout(resume, 0));
  loads.forEach(({ range, tiles }, n) => {
    const { block, part } = wanted[n] ?? {};
    if (!block || !part) return;
    takeCells(range, block.area, part.cells);
    for (const tile of tiles) takeMerges(tile, part);
  });
}

function loadMerges(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): Excel.RangeAreas {
  const merged = brief(brief(sheet.getRangeByIndexes(top - 1, left - 1, bottom - top + 1, right - left + 1)).getMergedAreasOrNullObject());
  merged.load("address,areaCount");
  return merged;
}

/** An area that reaches into several tiles is told by each of them. */
function takeMerges(merged: Excel.RangeAreas, part: SheetParts): void {
  if (merged.isNullObject || !part.merges) return;
  const areas = areasOf(merged.address);
  // Better unknown than wrong: an address that was cut or cannot be read.
  if (areas?.length !== merged.areaCount) part.merges = null;
  else for (const area of areas) part.merges.set(cellKey(area.top, area.left), area);
}

function takeCells(range: Excel.Range, area: Area, cells: GridCell[]): void {
  const { values, formulas, numberFormat, valueTypes } = range;
  const loaded = { values, formulas, numberFormat, valueTypes };
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      const content = contentAt(loaded, row - area.top, col - area.left);
      if (content.value.kind !== "empty" || content.formula !== null || content.format !== GENERAL) cells.push({ row, col, ...content });
    }
  }
}

function sheetGrid(sheet: SheetFacts, parts: SheetParts | undefined): SheetGrid {
  const merges = parts?.merges ? [...parts.merges.values()].sort((a, b) => a.top - b.top || a.left - b.left) : null;
  return { name: sheet.name, visibility: sheet.visibility, protected: sheet.protected, cells: parts?.cells ?? [], merges };
}

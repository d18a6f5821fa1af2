/** Values, formulas, formats and size of a rectangle of cells. Ranges made from ranges: range-navigation.ts. */
import { formulaOf, valueOf, valueTypeOf } from "../cell-state";
import { shownText } from "../cell-shown";
import { typeInto } from "../cell-input";
import type { ExcelHost } from "../excel-host";
import { fail, notEmulated } from "../host-error";
import type { Json } from "../json";
import { type ObjectType, type Scalar, type Target } from "../object-types";
import { cellsOf, columnsOf, qualifiedText, rowsOf } from "../sheet-address";
import { cellProperties, setCellProperties } from "./cell-properties";
import { rangeFactories } from "./range-navigation";
import { merge, unmerge } from "./merging";
import { writeContents, writeFormats } from "./range-writes";
import { BLANK_CELL, type CellState } from "../cell-state";

type Range = Target<"Range">;

/** Above this a read of the cells gives null instead of an array. */
const MAX_CELLS_READ = 5_000_000;

function readCells({ sheet, area }: Range, host: ExcelHost, read: (cell: CellState) => Json): Json {
  if (cellsOf(area) > MAX_CELLS_READ) return null;
  host.expectCells(cellsOf(area));
  return sheet.rows(area, read);
}

function contents(read: (cell: CellState) => Json): Scalar<Range> {
  return {
    since: "1.1",
    get: (target, host) => readCells(target, host, read),
    set: ({ sheet, area }, value, host) => writeContents(host, sheet, area, value, (cell, input) => typeInto(cell, input, host.currentYear)),
  };
}

function clear({ sheet, area }: Range, what: string, host: ExcelHost): void {
  // "" clears a cell's content, as typing nothing would.
  if (what === "Contents") return writeContents(host, sheet, area, "", (cell) => typeInto(cell, "", host.currentYear));
  if (what !== "All") return notEmulated(`Range.clear("${what}")`);
  if (sheet.protection !== null) fail("AccessDenied");
  unmerge(sheet, area);
  const used = sheet.usedArea(false, area);
  if (!used) return;
  for (const { row, col } of sheet.area(used)) sheet.setCell(row, col, BLANK_CELL);
  host.contentChanged(sheet, area, {});
}

export const range: ObjectType<Range> = {
  keepsReference: true,
  scalars: {
    Values: contents(valueOf),
    Formulas: contents(formulaOf),
    Text: { since: "1.1", get: (target, host) => readCells(target, host, shownText) },
    ValueTypes: { since: "1.1", get: (target, host) => readCells(target, host, valueTypeOf) },
    NumberFormat: {
      since: "1.1",
      get: (target, host) => readCells(target, host, (cell) => cell.format),
      set: ({ sheet, area }, value) =>
        writeFormats(sheet, area, value, (cell, format) => (typeof format === "string" ? { ...cell, format } : fail("InvalidArgument"))),
    },
    Address: { since: "1.1", get: ({ sheet, area }) => qualifiedText(sheet.name, area) },
    RowIndex: { since: "1.1", get: ({ area }) => area.top - 1 },
    ColumnIndex: { since: "1.1", get: ({ area }) => area.left - 1 },
    RowCount: { since: "1.1", get: ({ area }) => rowsOf(area) },
    ColumnCount: { since: "1.1", get: ({ area }) => columnsOf(area) },
    CellCount: { since: "1.1", get: ({ area }) => (cellsOf(area) > 2 ** 31 - 1 ? -1 : cellsOf(area)) },
  },
  navigations: {
    Worksheet: { since: "1.1", get: ({ sheet }) => ({ type: "Worksheet", sheet }) },
    Format: { since: "1.1", get: ({ sheet, area }) => ({ type: "RangeFormat", sheet, areas: [area] }) },
    ConditionalFormats: { since: "1.6", get: ({ sheet, area }) => ({ type: "ConditionalFormatCollection", sheet, areas: [area] }) },
  },
  factories: rangeFactories,
  operations: {
    Select: {
      since: "1.1",
      run: ({ sheet, area }, _args, host) => host.select(sheet, area),
    },
    Clear: { since: "1.1", writes: true, run: (target, args, host) => clear(target, args.optionalText(0) ?? "All", host) },
    Merge: { since: "1.2", writes: true, run: ({ sheet, area }, args) => merge(sheet, area, args.flag(0)) },
    Unmerge: { since: "1.2", writes: true, run: ({ sheet, area }) => unmerge(sheet, area) },
    // The client asks this before it splits a write of more than 1,500 cells into chunks of rows.
    _ValidateArraySize: {
      since: "1.3",
      run: ({ area }, args) => {
        if (args.integer(0) !== rowsOf(area) || args.integer(1) !== columnsOf(area)) fail("InvalidArgument");
      },
    },
    GetCellProperties: { since: "1.9", run: (target, args) => cellProperties(target, args.json(0)) },
    SetCellProperties: { since: "1.9", writes: true, run: (target, args) => setCellProperties(target, args.json(0)) },
  },
};

import ExcelJS from "exceljs";
import fc from "fast-check";
import { openWorkbook } from "../../src/host/xlsx/open";
import { a1, areaA1, cellKey } from "../../src/model/address";
import { decimalFromCell } from "../../src/model/decimal";
import { type CellValue, EMPTY, type SheetGrid, type WorkbookGrid } from "../../src/model/grid";
import type { CellEdit, Mark } from "../../src/model/write-plan";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import { changedContents, changedParts, corpusFiles, partsOf, partText } from "./support";

const FILES = corpusFiles("rich", "workbooks");

/** Every fifth constant of a sheet gets another value; every seventh cell a mark. */
function someChanges(grid: WorkbookGrid): { edits: CellEdit[]; marks: Mark[] } {
  const edits: CellEdit[] = [];
  const marks: Mark[] = [];
  for (const sheet of grid.sheets) {
    sheet.cells.forEach((cell, n) => {
      const ref = { sheet: sheet.name, row: cell.row, col: cell.col };
      if (cell.formula === null && n % 5 === 0) {
        const after: CellValue = n % 3 === 0 ? { kind: "text", text: `改 ${n} <&>` } : n % 3 === 1 ? { kind: "number", digits: `${n}.25` } : EMPTY;
        edits.push({ ref, before: cell.value, after, format: n % 2 === 0 ? "0.00" : null, shown: "", why: "", form: 0, field: "score" });
      }
      if (n % 7 === 0) marks.push({ ref, rule: "a/b", severity: n % 2 === 0 ? "error" : "warning", conditions: [{ kind: "no-reason", cell: ref }] });
    });
  }
  return { edits, marks };
}

/** The grid as the edits make it. */
function edited(grid: WorkbookGrid, edits: readonly CellEdit[]): WorkbookGrid {
  return {
    sheets: grid.sheets.map((sheet) => {
      const byCell = new Map(edits.filter((e) => e.ref.sheet === sheet.name).map((e) => [cellKey(e.ref.row, e.ref.col), e]));
      const before = new Set(sheet.cells.map(({ row, col }) => cellKey(row, col)));
      const added = [...byCell.values()].map(({ ref }) => ref).filter(({ row, col }) => !before.has(cellKey(row, col)));
      const blank = added.map(({ row, col }) => ({ row, col, value: EMPTY, formula: null, format: "General" }));
      const cells = [...sheet.cells, ...blank].map((cell) => {
        const change = byCell.get(cellKey(cell.row, cell.col));
        return change ? { ...cell, value: change.after, format: change.format ?? cell.format } : cell;
      });
      return {
        ...sheet,
        cells: cells.filter(({ value, formula, format }) => value.kind !== "empty" || formula !== null || format !== "General").sort((a, b) => a.row - b.row || a.col - b.col),
      };
    }),
  };
}

describe.each(FILES)("%s", (_, bytes) => {
  const grid = openWorkbook(bytes).grid();
  const plan = someChanges(grid);

  it("is the same file when nothing is to change", () => {
    const workbook = openWorkbook(bytes);
    expect(workbook.apply({ edits: [], marks: [] })).toEqual({ applied: [], conflicts: [], inverse: { edits: [], marks: [] } });
    expect(workbook.save()).toBe(bytes);
  });

  it("takes edits and marks, and reads them back", () => {
    const workbook = openWorkbook(bytes);
    const result = workbook.apply(plan);
    expect(result.applied).toHaveLength(plan.edits.length);
    const after = openWorkbook(workbook.save()).grid();
    expect(after).toEqual(edited(grid, plan.edits));
    expect(workbook.grid()).toEqual(after);
  });

  it("changes no other part, and in a sheet nothing but the planned cells and our marks", () => {
    const workbook = openWorkbook(bytes);
    workbook.apply(plan);
    const saved = workbook.save();
    const sheets = new Set([...partsOf(bytes).keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)));
    const allowed = /^(?:\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/workbook\.xml|xl\/styles\.xml|customXml\/(?:_rels\/item\d+\.xml\.rels|item(?:Props)?\d+\.xml))$/;
    expect(changedParts(bytes, saved).filter((name) => !allowed.test(name) && !sheets.has(name))).toEqual([]);
    for (const name of sheets) expect(skeleton(partText(saved, name))).toBe(skeleton(partText(bytes, name)));
  });

  it("comes back: marks removed and edits undone in the next session", () => {
    const workbook = openWorkbook(bytes);
    const { inverse } = workbook.apply(plan);
    workbook.writeState({ settings: DEFAULT_SETTINGS, lastInverse: inverse, ignored: [] });
    const next = openWorkbook(workbook.save());
    const state = next.readState();
    expect(next.apply(state.lastInverse ?? { edits: [], marks: [] }).conflicts).toEqual([]);
    next.writeState(DEFAULT_STATE);
    const restored = openWorkbook(next.save()).grid();
    expect(restored).toEqual(grid);
  });

  it("comes back to the byte in one session", () => {
    const workbook = openWorkbook(bytes);
    const { inverse } = workbook.apply(plan);
    workbook.apply(inverse);
    expect(workbook.save()).toBe(bytes);
  });

  it("has the same parts again when marks are set and removed in two sessions", () => {
    const first = openWorkbook(bytes);
    first.apply({ edits: [], marks: plan.marks });
    const second = openWorkbook(first.save());
    second.removeMarks();
    expect(changedContents(bytes, second.save())).toEqual([]);
  });

  it("is read as exceljs reads it: values, formulas, merges", async () => {
    const other = new ExcelJS.Workbook();
    try {
      await other.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    } catch {
      // exceljs crashes on conditional formats that look at other sheets.
      return;
    }
    expect(grid.sheets.map((sheet) => sheet.name)).toEqual(other.worksheets.map((sheet) => sheet.name));
    grid.sheets.forEach((sheet, n) => {
      const theirs = other.worksheets[n];
      if (!theirs) throw new Error(sheet.name);
      expect(cellsOf(sheet)).toEqual(cellsOfExcelJs(theirs, sheet));
      expect((sheet.merges ?? []).map(areaA1).sort()).toEqual([...theirs.model.merges].sort());
    });
  });
});

it("random edits of random cells are read back, and nothing else changes", () => {
  const [, bytes] = FILES.find(([name]) => name.startsWith("01-excel")) ?? [];
  if (!bytes) throw new Error();
  const grid = openWorkbook(bytes).grid();
  const value = fc.oneof<fc.Arbitrary<CellValue>[]>(
    fc.constant(EMPTY),
    fc.string({ minLength: 1, maxLength: 12, unit: "binary" }).map((text): CellValue => ({ kind: "text", text })),
    fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(99)).map(([a, b]): CellValue => ({ kind: "number", digits: `${a}.${String(b).padStart(2, "0")}` })),
    fc.boolean().map((truth): CellValue => ({ kind: "boolean", value: truth })),
  );
  const place = fc.record({ sheet: fc.nat(2), row: fc.integer({ min: 1, max: 60 }), col: fc.integer({ min: 1, max: 14 }), value, format: fc.constantFrom(null, "0.00", "General", "0.0%", "@") });
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 12, selector: (p) => `${p.sheet}|${p.row}|${p.col}` }), (places) => {
      const edits = places.map(({ sheet, row, col, value: after, format }): CellEdit => {
        const on = grid.sheets[sheet];
        const cell = on?.cells.find((c) => c.row === row && c.col === col);
        return { ref: { sheet: on?.name ?? "", row, col }, before: cell?.value ?? EMPTY, after, format, shown: "", why: "", form: 0, field: "score" };
      });
      const workbook = openWorkbook(bytes);
      const { applied, conflicts, inverse } = workbook.apply({ edits, marks: [] });
      expect(conflicts.every(({ foundFormula }) => foundFormula !== null)).toBe(true);
      const after = holding(openWorkbook(workbook.save()).grid());
      const expected = holding(grid);
      for (const { ref, after: written } of applied) {
        const key = `${ref.sheet}!${a1(ref)}`;
        if (written.kind === "empty") expected.delete(key);
        else expected.set(key, JSON.stringify([written, null]));
      }
      expect(after).toEqual(expected);
      const undone = openWorkbook(workbook.save());
      expect(undone.apply(inverse).conflicts).toEqual([]);
      expect(holding(openWorkbook(undone.save()).grid())).toEqual(holding(grid));
    }),
    { numRuns: 60 },
  );
});

/** Values and formulas of the cells that hold something. */
function holding(grid: WorkbookGrid): Map<string, string> {
  const cells = new Map<string, string>();
  for (const sheet of grid.sheets) for (const cell of sheet.cells) if (cell.value.kind !== "empty" || cell.formula !== null) cells.set(`${sheet.name}!${a1(cell)}`, JSON.stringify([cell.value, cell.formula]));
  return cells;
}

/** A sheet's XML without what a plan may change: the cells' insides, our rules, the order of priorities. */
function skeleton(xml: string): string {
  return xml
    .replace(/<conditionalFormatting sqref="[A-Z]+\d+"><cfRule type="expression" dxfId="\d+" priority="\d+"><formula>ISNUMBER\(FIND\(.*?<\/conditionalFormatting>/g, "")
    .replace(/(<(?:x14:)?cfRule [^>]*?priority=")\d+"/g, '$1"')
    .replace(/<c (r="[A-Z]+\d+")[^>]*?(?:\/>|>.*?<\/c>)/gs, "<c $1/>");
}

function cellsOf(sheet: SheetGrid): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const cell of sheet.cells) {
    const value = cell.value.kind === "number" ? decimalFromCell(cell.value.digits).toString() : cell.value.kind === "text" ? cell.value.text : cell.value.kind === "boolean" ? cell.value.value : cell.value.kind === "error" ? cell.value.code : null;
    if (value !== null || cell.formula !== null) cells.set(a1(cell), [value, cell.formula]);
  }
  return cells;
}

/** exceljs turns numbers into doubles and dates; only its own doing is undone here. */
function cellsOfExcelJs(theirs: ExcelJS.Worksheet, ours: SheetGrid): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  const merged = new Set((ours.merges ?? []).flatMap((area) => {
    const inside: string[] = [];
    for (let row = area.top; row <= area.bottom; row++) for (let col = area.left; col <= area.right; col++) if (row !== area.top || col !== area.left) inside.push(a1({ row, col }));
    return inside;
  }));
  theirs.eachRow((row) =>
    row.eachCell((cell) => {
      // exceljs gives every cell of a merge the value of its first.
      if (merged.has(cell.address)) return;
      const formula = cell.formula ?? null;
      const value = plainValue(cell.value);
      if (value !== null || formula !== null) cells.set(cell.address, [value, formula]);
    }),
  );
  return cells;
}

function plainValue(value: ExcelJS.CellValue): unknown {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "number") return decimalFromCell(String(value)).toString();
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return decimalFromCell(String(value.getTime() / 86_400_000 + 25_569)).toString();
  if ("error" in value) return value.error;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("text" in value) return plainValue(value.text as ExcelJS.CellValue);
  if ("result" in value) return plainValue((value.result ?? null) as ExcelJS.CellValue);
  return null;
}

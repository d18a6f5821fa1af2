/** What every adapter of the port has to do. Run over host/xlsx, and over host/office with an emulated Excel. */
import { type CellValue, EMPTY, type GridCell, SheetIndex } from "../../src/model/grid";
import { DEFAULT_SETTINGS } from "../../src/model/settings";
import { DEFAULT_STATE } from "../../src/model/workbook-state";
import { type CellEdit, EMPTY_PLAN, type Mark } from "../../src/model/write-plan";
import { Cancelled, type WorkbookHost, type WorkbookState } from "../../src/host/port";
import { buildWorkbook, STYLES, worksheet } from "../support/package-builder";

/** The workbook that the contract is about: a small form, a ledger, a hidden sheet. */
export function contractWorkbook(): Uint8Array {
  const row = (n: number, cells: string): string => `<row r="${n}">${cells}</row>`;
  const form = worksheet(
    `<sheetData>${row(1, '<c r="A1" t="s"><v>0</v></c><c r="E1" s="5"/>')}${row(2, '<c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>10</v></c><c r="C2" s="2"><v>0.97849999999999993</v></c><c r="D2" s="1"/>')}` +
      `${row(3, '<c r="B3" s="1"><f>SUM(B2:B2)</f><v>10</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#DIV/0!</v></c>')}${row(4, '<c r="A4" s="4" t="s"><v>2</v></c><c r="B4" s="3" t="s"><v>3</v></c>')}</sheetData>` +
      '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A4:A6"/></mergeCells>',
  );
  return buildWorkbook({
    sheets: [
      { name: "自评表", xml: form },
      { name: "资金 '24", xml: worksheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>') },
      { name: "字典", xml: worksheet("<sheetData/>"), state: "hidden" },
    ],
    strings: ["<si><t>财政项目支出绩效自评表</t></si>", "<si><t>得分</t></si>", "<si><t>=100%</t></si>", "<si><t>4.50</t></si>"],
    styles: STYLES,
  });
}

export interface ContractOptions {
  /** Writes the workbook and opens what was written; left out where an adapter cannot. */
  readonly reopen?: (host: WorkbookHost) => Promise<WorkbookHost>;
}

const SHEET = "自评表";

export function describeHostContract(name: string, open: (bytes: Uint8Array) => Promise<WorkbookHost>, options: ContractOptions = {}): void {
  describe(`host contract: ${name}`, () => {
    let host: WorkbookHost;
    beforeEach(async () => {
      host = await open(contractWorkbook());
    });
    const at = async (row: number, col: number, sheet = SHEET): Promise<GridCell | undefined> => {
      const found = (await host.read()).sheets.find((s) => s.name === sheet);
      return found && new SheetIndex(found).at(row, col);
    };
    const value = async (row: number, col: number): Promise<CellValue> => (await at(row, col))?.value ?? EMPTY;

    it("reads all sheets in order, hidden ones too", async () => {
      const { sheets } = await host.read();
      expect(sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.protected])).toEqual([
        [SHEET, "visible", false],
        ["资金 '24", "visible", false],
        ["字典", "hidden", false],
      ]);
    });

    it("reads values, formulas and number formats", async () => {
      expect((await at(2, 1))?.value).toEqual(words("得分"));
      expect(await at(2, 2)).toMatchObject({ value: digits("10"), formula: null, format: "0.00" });
      expect(await at(2, 3)).toMatchObject({ value: { kind: "number" }, format: "0.00%" });
      expect(await at(3, 2)).toMatchObject({ formula: "SUM(B2:B2)", value: digits("10") });
      expect((await at(3, 3))?.value).toEqual({ kind: "boolean", value: true });
      expect((await at(3, 4))?.value).toEqual({ kind: "error", code: "#DIV/0!" });
    });

    it("keeps text that looks like a formula or a number as text", async () => {
      expect(await at(4, 1)).toMatchObject({ value: words("=100%"), formula: null });
      expect(await at(4, 2)).toMatchObject({ value: words("4.50"), format: "@" });
    });

    it("gives the cells of a sheet in reading order, each once", async () => {
      for (const { cells } of (await host.read()).sheets) {
        const places = cells.map((cell) => cell.row * 100_000 + cell.col);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }
    });

    it("gives the merged areas, or null if it cannot tell", async () => {
      const merges = (await host.read()).sheets[0]?.merges;
      if (!host.capabilities.merges) expect(merges).toBeNull();
      else expect(merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }, { top: 4, left: 1, bottom: 6, right: 1 }]);
    });

    it("tells of progress and stops when asked to", async () => {
      const shares: number[] = [];
      await host.read({ onProgress: (done) => shares.push(done) });
      expect(shares.at(-1)).toBe(1);
      expect([...shares].sort((a, b) => a - b)).toEqual(shares);
      await expect(host.read({ cancelled: () => true })).rejects.toBeInstanceOf(Cancelled);
    });

    it("writes numbers, texts, truth values and blanks", async () => {
      const edits = [change(2, 2, digits("10"), digits("9.79")), change(2, 4, EMPTY, words("无")), change(3, 3, { kind: "boolean", value: true }, { kind: "boolean", value: false }), change(4, 2, words("4.50"), EMPTY)];
      const result = await host.apply({ edits, marks: [] });
      expect(result.applied).toEqual(edits);
      expect(result.conflicts).toEqual([]);
      expect(await at(2, 2)).toMatchObject({ value: digits("9.79"), format: "0.00" });
      expect(await value(2, 4)).toEqual(words("无"));
      expect(await value(3, 3)).toEqual({ kind: "boolean", value: false });
      expect(await value(4, 2)).toEqual(EMPTY);
    });

    it("writes into cells that are not there yet", async () => {
      await host.apply({ edits: [change(9, 6, EMPTY, digits("3")), change(2, 9, EMPTY, words("新"))], marks: [] });
      expect(await value(9, 6)).toEqual(digits("3"));
      expect(await value(2, 9)).toEqual(words("新"));
    });

    it.each(["=1+1", "+1", "-", "@x", "'引号", "0012", "TRUE", "2024-1-1", "50%", "两\n行", " 前后 "])("writes the text %j as text", async (written) => {
      await host.apply({ edits: [change(2, 4, EMPTY, words(written))], marks: [] });
      expect(await at(2, 4)).toMatchObject({ value: words(written), formula: null });
    });

    it("sets a number format with the value where asked to", async () => {
      await host.apply({ edits: [change(1, 5, EMPTY, digits("0.5"), "0.0000"), change(2, 4, EMPTY, digits("0.5"))], marks: [] });
      expect(await at(1, 5)).toMatchObject({ value: digits("0.5"), format: "0.0000" });
      expect(await at(2, 4)).toMatchObject({ value: digits("0.5"), format: "0.00" });
    });

    it("reports a cell that no longer holds what the plan saw, and writes the others", async () => {
      const stale = change(2, 2, digits("8"), digits("9"));
      const good = change(2, 4, EMPTY, digits("1"));
      const result = await host.apply({ edits: [stale, good], marks: [] });
      expect(result.applied).toEqual([good]);
      expect(result.conflicts).toEqual([{ edit: stale, found: digits("10"), foundFormula: null }]);
      expect(await value(2, 2)).toEqual(digits("10"));
    });

    it("never overwrites a formula", async () => {
      const edit = change(3, 2, digits("10"), digits("9"));
      const result = await host.apply({ edits: [edit], marks: [] });
      expect(result.conflicts).toEqual([{ edit, found: digits("10"), foundFormula: "SUM(B2:B2)" }]);
      expect(await at(3, 2)).toMatchObject({ formula: "SUM(B2:B2)" });
    });

    it("takes numbers as equal when their first 15 digits are", async () => {
      const result = await host.apply({ edits: [change(2, 3, digits("0.9785"), digits("0.98"))], marks: [] });
      expect(result.conflicts).toEqual([]);
    });

    it("refuses a plan that names a cell twice", async () => {
      await expect(host.apply({ edits: [change(2, 2, digits("10"), digits("9")), change(2, 2, digits("10"), digits("8"))], marks: [] })).rejects.toThrow();
      expect(await value(2, 2)).toEqual(digits("10"));
    });

    it("reports edits of a sheet that is not there", async () => {
      const edit = { ...change(1, 1, EMPTY, digits("1")), ref: { sheet: "没有", row: 1, col: 1 } };
      expect((await host.apply({ edits: [edit], marks: [] })).conflicts).toEqual([{ edit, found: EMPTY, foundFormula: null }]);
    });

    it("gives the plan that undoes what it did: values and number formats", async () => {
      const before = await host.read();
      const { inverse } = await host.apply({ edits: [change(2, 2, digits("10"), digits("9.79"), "0.000"), change(4, 1, words("=100%"), digits("1")), change(1, 5, EMPTY, words("x"))], marks: [aMark()] });
      expect(inverse.marks).toEqual([]);
      const undone = await host.apply(inverse);
      expect(undone.conflicts).toEqual([]);
      expect(cellsThatHold(await host.read())).toEqual(cellsThatHold(before));
    });

    it("marks and unmarks without changing a value or a format", async () => {
      const before = await host.read();
      await host.apply({ edits: [], marks: [aMark(), { ...aMark(), severity: "info", ref: { sheet: SHEET, row: 2, col: 2 } }] });
      expect(await host.read()).toEqual(before);
      await host.removeMarks();
      expect(await host.read()).toEqual(before);
    });

    it("does nothing for an empty plan", async () => {
      const before = await host.read();
      expect(await host.apply(EMPTY_PLAN)).toEqual({ applied: [], conflicts: [], inverse: { edits: [], marks: [] } });
      expect(await host.read()).toEqual(before);
    });

    it("has default settings until some are written", async () => {
      expect(await host.readState()).toEqual(DEFAULT_STATE);
    });

    it("keeps the settings and the last inverse", async () => {
      const { inverse } = await host.apply({ edits: [change(2, 2, digits("10"), digits("9.79"))], marks: [aMark()] });
      const state: WorkbookState = { settings: { ...DEFAULT_SETTINGS, scores: "rule", thresholds: { lowRate: "85" } }, lastInverse: inverse, ignored: [] };
      await host.writeState(state);
      expect(await host.readState()).toEqual(state);
      await host.removeMarks();
      expect(await host.readState()).toEqual(state);
    });

    const { reopen } = options;
    if (!reopen) return;

    it("finds everything again after saving and opening", async () => {
      const { inverse } = await host.apply({ edits: [change(2, 2, digits("10"), digits("9.79")), change(4, 1, words("=100%"), words("=99%"))], marks: [aMark()] });
      const state: WorkbookState = { settings: { ...DEFAULT_SETTINGS, policy: "shanghai-2024" }, lastInverse: inverse, ignored: [] };
      await host.writeState(state);
      const before = await host.read();
      host = await reopen(host);
      expect(await host.read()).toEqual(before);
      expect(await host.readState()).toEqual(state);
      expect((await host.apply(inverse)).conflicts).toEqual([]);
      expect(await value(2, 2)).toEqual(digits("10"));
      expect(await value(4, 1)).toEqual(words("=100%"));
    });
  });
}

function words(written: string): CellValue {
  return { kind: "text", text: written };
}

function digits(number: string): CellValue {
  return { kind: "number", digits: number };
}

function change(row: number, col: number, before: CellValue, after: CellValue, format: string | null = null): CellEdit {
  return { ref: { sheet: SHEET, row, col }, before, after, format, shown: "", why: "约定", form: 0, field: "score" };
}

function aMark(): Mark {
  const cell = { sheet: SHEET, row: 2, col: 4 };
  return { ref: cell, rule: "deviation/reason-missing", severity: "error", conditions: [{ kind: "no-reason", cell }] };
}

/** A cell that was added and emptied again may stay as an empty one. */
function cellsThatHold(grid: Awaited<ReturnType<WorkbookHost["read"]>>): unknown {
  return grid.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter((cell) => cell.value.kind !== "empty" || cell.format !== "General") }));
}

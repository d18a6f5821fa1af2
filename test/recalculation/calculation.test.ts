/** Edits on workbooks with formulas: what is recalculated, what is believed, and what comes back with an undo. */
import fc from "fast-check";
import { cellKey, columnName, parseA1 } from "../../src/model/address";
import { type CellValue, EMPTY, type SheetGrid, SheetIndex } from "../../src/model/grid";
import { Calculation } from "../../src/workbench/recalculation/calculation";
import { FormulaGraph } from "../../src/workbench/recalculation/formula-graph";
import type { Filled, SpotValue } from "../../src/workbench/recalculation/protocol";
import { UniverEvaluator } from "../../src/workbench/recalculation/univer";

type Content = CellValue | { readonly formula: string; readonly value: CellValue };

const number = (digits: string): CellValue => ({ kind: "number", digits });
const text = (words: string): CellValue => ({ kind: "text", text: words });
const formula = (words: string, value: CellValue): Content => ({ formula: words, value });

function grid(contents: Readonly<Record<string, Content>>, name = "表"): SheetGrid {
  const cells = Object.entries(contents).map(([address, content]) => ({ ...parseA1(address)!, value: "formula" in content ? content.value : content, formula: "formula" in content ? content.formula : null, format: "General" }));
  return { name, visibility: "visible", protected: false, merges: [], cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}

/** One workbook with its engine, as page and workers have it between them. */
class Book {
  private readonly graph: FormulaGraph;
  private readonly calculation: Calculation;
  private readonly filled = new Set<number>();
  private readonly results = new Map<string, CellValue>();

  constructor(private readonly grids: readonly SheetGrid[]) {
    this.graph = new FormulaGraph(grids);
    this.calculation = new Calculation(new UniverEvaluator(grids.map(({ name }) => name)));
  }

  /** Returns the addresses of what was kept. */
  async edit(changes: Readonly<Record<string, CellValue>>, sheet = 0): Promise<string[]> {
    const spots = Object.entries(changes).map(([address, value]): SpotValue => ({ sheet, ...parseA1(address)!, value }));
    const affected = this.graph.affectedBy(spots);
    for (const index of affected.sheets) {
      if (this.filled.has(index)) continue;
      this.filled.add(index);
      const cells = this.grids[index]!.cells.flatMap(({ row, col, value }): Filled[] => (value.kind === "empty" ? [] : [[row, col, value]]));
      this.calculation.fill({ sheet: index, cells: JSON.stringify(cells) });
    }
    const { values, kept } = await this.calculation.calculate({ changes: spots, formulas: affected.formulas });
    for (const { sheet: at, row, col, value } of values) this.results.set(`${at} ${cellKey(row, col)}`, value);
    return [...affected.kept, ...kept].map(({ row, col }) => `${columnName(col)}${row}`).sort();
  }

  value(address: string, sheet = 0): CellValue {
    const { row, col } = parseA1(address)!;
    return this.results.get(`${sheet} ${cellKey(row, col)}`) ?? new SheetIndex(this.grids[sheet]!).at(row, col)?.value ?? EMPTY;
  }
}

const scores = { D1: number("7"), E1: number("6.85"), F1: formula("ROUND(E1/D1*10,2)", number("9.7899999999999991")), F2: number("80"), F3: formula("SUM(F1:F2)", number("89.789999999999992")), G3: formula('IF(F3>=90,"优","良")', text("良")) };

test("a score changes the total and the grade; undone, the digits of the file are back", async () => {
  const book = new Book([grid(scores)]);
  expect(await book.edit({ E1: number("7.5") })).toEqual([]);
  expect([book.value("F1"), book.value("F3"), book.value("G3")]).toEqual([number("10.71"), number("90.71"), text("优")]);
  await book.edit({ E1: number("6.85") });
  expect([book.value("F1"), book.value("F3"), book.value("G3")]).toEqual([number("9.7899999999999991"), number("89.789999999999992"), text("良")]);
});

test("a cell is emptied, and filled with words", async () => {
  const book = new Book([grid(scores)]);
  await book.edit({ D1: EMPTY });
  expect([book.value("F1"), book.value("F3")]).toEqual([{ kind: "error", code: "#DIV/0!" }, { kind: "error", code: "#DIV/0!" }]);
  await book.edit({ D1: text("无") });
  expect(book.value("F1")).toEqual({ kind: "error", code: "#VALUE!" });
  await book.edit({ D1: number("7") });
  expect(book.value("G3")).toEqual(text("良"));
});

test("a result that Excel saw otherwise is not believed: it stays, and what reads it goes by it", async () => {
  const book = new Book([grid({ A1: number("1"), B1: formula("A1*2", number("2.00000001")), C1: formula("B1+A1", number("3.00000001")), D1: formula("A1*3", number("3")) })]);
  expect(await book.edit({ A1: number("5") })).toEqual(["B1"]);
  expect([book.value("B1"), book.value("C1"), book.value("D1")]).toEqual([number("2.00000001"), number("7.00000001"), number("15")]);
});

test("the last bits, and what rounding leaves of a zero, are no difference", async () => {
  const book = new Book([grid({ A1: number("0.1"), A2: number("0.2"), A3: formula("A1+A2", number("0.30000000000000004")), A4: formula("A3-0.3", number("5.5511151231257827E-17")) })]);
  expect(await book.edit({ A1: number("0.2") })).toEqual([]);
  expect([book.value("A3"), book.value("A4")]).toEqual([number("0.4"), number("0.1")]);
});

test("quotients that end otherwise in doubles than in decimals are no difference, and come back with their digits", async () => {
  const book = new Book([grid({ A1: number("2184.76"), A2: number("3987.41"), A3: formula("A1/A2", number("0.5479145610810026")) })]);
  expect(await book.edit({ A1: number("3987.41") })).toEqual([]);
  expect(book.value("A3")).toEqual(number("1"));
  await book.edit({ A1: number("2184.76") });
  expect(book.value("A3")).toEqual(number("0.5479145610810026"));
});

test("unknown functions, in a branch not taken too, are kept", async () => {
  const book = new Book([grid({ A1: number("1"), B1: formula("FOO(A1)", number("8")), C1: formula("IF(A1<5,A1,FOO(A1))", number("1")), D1: formula("FOO(A1)", { kind: "error", code: "#NAME?" }) })]);
  expect(await book.edit({ A1: number("2") })).toEqual(["B1"]);
  expect([book.value("B1"), book.value("C1"), book.value("D1")]).toEqual([number("8"), number("2"), { kind: "error", code: "#NAME?" }]);
  expect(await book.edit({ A1: number("9") })).toEqual(["B1", "C1"]);
  expect(book.value("C1")).toEqual(number("2"));
});

test("formulas without a result in the file get one, and lose it with the undo", async () => {
  const book = new Book([grid({ A1: number("1"), A2: number("2"), B2: formula("A2*10", EMPTY), B3: formula("A1+B2", EMPTY), B4: formula("FOO(A1)", EMPTY) })]);
  expect(await book.edit({ A1: number("5") })).toEqual(["B4"]);
  expect([book.value("B3"), book.value("B4")]).toEqual([number("25"), EMPTY]);
  await book.edit({ A1: number("1") });
  expect(book.value("B3")).toEqual(EMPTY);
});

test("a formula that gives \"\" is no blank for those that read it", async () => {
  const book = new Book([grid({ A1: number("1"), B1: formula('IF(A2="","",A2*2)', EMPTY), C1: formula('IF(ISBLANK(B1),"空",A1)', number("1")) })]);
  expect(await book.edit({ A1: number("3") })).toEqual([]);
  expect(book.value("C1")).toEqual(number("3"));
  await book.edit({ A2: number("4") });
  expect(book.value("B1")).toEqual(number("8"));
});

test("sheets that come in later are checked against the file, not against edits made before", async () => {
  const one = grid({ A1: number("1"), A2: number("5"), B1: formula("A1*2", number("2")) }, "一");
  const two = grid({ A1: number("3"), B1: formula("A1+一!A2", number("8")), C1: formula("B1+一!B1", number("10")) }, "二");
  const book = new Book([one, two]);
  await book.edit({ A1: number("10") });
  expect([book.value("B1"), book.value("C1", 1)]).toEqual([number("20"), number("28")]);
  expect(await book.edit({ A1: number("4") }, 1)).toEqual([]);
  expect([book.value("B1", 1), book.value("C1", 1)]).toEqual([number("9"), number("29")]);
});

describe("over random sheets", () => {
  const ROWS = 6;
  const COLS = 5;
  const address = fc.tuple(fc.integer({ min: 1, max: COLS }), fc.integer({ min: 1, max: ROWS })).map(([col, row]) => `${columnName(col)}${row}`);
  const constant = fc.integer({ min: -50, max: 50 }).map((n) => number(String(n)));
  const words = fc.oneof(
    fc.tuple(address, address).map(([a, b]) => `SUM(${a}:${b})`),
    fc.tuple(address, address).map(([a, b]) => `${a}-${b}*2`),
    fc.tuple(address, address, address).map(([a, b, c]) => `IF(${a}>${b},${c},COUNT(A1:${b}))`),
    address.map((a) => `SUMIF(A1:C${ROWS},">"&${a})`),
  );
  const content = fc.oneof({ arbitrary: constant, weight: 3 }, { arbitrary: words.map((f) => formula(f, EMPTY)), weight: 2 });
  const sheet = fc.dictionary(address, content, { minKeys: 8, maxKeys: 24 });
  const edits = fc.array(fc.tuple(address, constant), { minLength: 1, maxLength: 6 });

  test("edit by edit comes to what a fresh engine makes of the whole, and undoing all comes back", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, edits, async (contents, steps) => {
        const constants = (from: Readonly<Record<string, Content>>): Record<string, CellValue> => Object.fromEntries(Object.entries(from).filter((entry): entry is [string, CellValue] => !("formula" in entry[1])));
        const isFormula = (at: string): boolean => "formula" in (contents[at] ?? EMPTY);
        const first = new Book([grid(contents)]);
        await first.edit(constants(contents));
        const start = Object.fromEntries(Object.entries(contents).map(([at, there]): [string, Content] => [at, "formula" in there ? formula(there.formula, first.value(at)) : there]));

        const after: Record<string, Content> = { ...contents };
        const book = new Book([grid(start)]);
        const made = steps.filter(([at]) => !isFormula(at));
        for (const [at, value] of made) {
          await book.edit({ [at]: value });
          after[at] = value;
        }
        const fresh = new Book([grid(after)]);
        const circular = new Set(await fresh.edit(constants(after)));
        const touched = Object.keys(contents).filter((at) => isFormula(at) && !circular.has(at));
        for (const at of touched) if (fresh.value(at).kind !== "empty" && first.value(at).kind !== "empty") expect([at, book.value(at)]).toEqual([at, fresh.value(at)]);

        for (const [at] of made) await book.edit({ [at]: (start[at] as CellValue | undefined) ?? EMPTY });
        for (const at of touched) expect([at, book.value(at)]).toEqual([at, (start[at] as { readonly value: CellValue }).value]);
      }),
      { numRuns: 60 },
    );
  });
});

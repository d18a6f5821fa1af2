/** Formulas follow edits: page, workbook and engine together, in one process. */
import { openWorkbook } from "../../src/host/xlsx/open";
import { type CellRef, parseA1 } from "../../src/model/address";
import { type CellValue, EMPTY } from "../../src/model/grid";
import type { CellEdit } from "../../src/model/write-plan";
import { EditSession } from "../../src/workbench/edit-session";
import { engineServer } from "../../src/workbench/engine-serve";
import { inProcess } from "../../src/workbench/line";
import type { OpenEngine } from "../../src/workbench/recalculator";
import { inProcessChannel } from "../../src/workbench/serve";
import { strings } from "../../src/workbench/strings.zh-CN";
import { WorkerHost } from "../../src/workbench/worker-host";
import { partText } from "../host-xlsx/support";
import { buildWorkbook, STYLES, worksheet } from "../support/package-builder";
import { openEngine } from "./engine";

const SHEET = "xl/worksheets/sheet1.xml";
const number = (digits: string): CellValue => ({ kind: "number", digits });

const bytes = buildWorkbook({
  sheets: [
    {
      name: "自评表",
      xml: worksheet(
        '<sheetData><row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>3</v></c><c r="C1"><f>ROUND(B1/A1*10,2)</f><v>7.5</v></c></row>' +
          '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>5</v></c><c r="C2"><f>ROUND(B2/A2*10,2)</f><v>10</v></c><c r="E2"><f>FOO(B2)</f><v>1</v></c></row>' +
          '<row r="3"><c r="C3"><f>SUM(C1:C2)</f><v>17.5</v></c><c r="D3" t="str"><f>IF(C3&gt;=18,"优","良")</f><v>良</v></c><c r="E3"><f>TODAY()-B2</f><v>45000</v></c></row></sheetData>',
      ),
    },
    { name: "汇总", xml: worksheet('<sheetData><row r="1"><c r="A1"><f>自评表!C3*2</f><v>35</v></c></row></sheetData>') },
  ],
  styles: STYLES,
});

let said: string[];
let told: (readonly CellRef[] | "unknown")[];
let opened: number;

const counted: OpenEngine = () => {
  opened++;
  return openEngine();
};

async function start(engine: OpenEngine = counted): Promise<{ host: WorkerHost; session: EditSession; value: (address: string, sheet?: number) => Promise<CellValue> }> {
  said = [];
  told = [];
  opened = 0;
  const host = await WorkerHost.open(inProcessChannel(), new Uint8Array(bytes), engine);
  host.onChange((cells) => told.push(cells));
  const session = new EditSession(host, { say: (message) => said.push(message), failed: (error) => said.push(String(error)), changed: () => undefined });
  const value = async (address: string, sheet = 0): Promise<CellValue> => {
    const { row, col } = parseA1(address)!;
    return (await host.read()).sheets[sheet]!.cells.find((cell) => cell.row === row && cell.col === col)?.value ?? EMPTY;
  };
  return { host, session, value };
}

function change(address: string, before: CellValue, after: CellValue): CellEdit {
  return { ref: { sheet: "自评表", ...parseA1(address)! }, before, after, format: null, shown: "", why: "", form: null, field: null };
}

test("an edit is followed by what depends on it, through all sheets, on screen, in what is told and in the file", async () => {
  const { host, session, value } = await start();
  await host.sheetView(0);
  await session.edit([change("B1", number("3"), number("3.5"))]);
  expect(await value("C3")).toEqual(number("18.75"));
  expect([await value("C1"), await value("D3"), await value("A1", 1)]).toEqual([number("8.75"), { kind: "text", text: "优" }, number("37.5")]);
  expect(host.sheetViewNow(0)?.grid.cells.find(({ row, col }) => row === 3 && col === 3)).toMatchObject({ value: number("18.75"), formula: "SUM(C1:C2)" });
  // Once, with all cells that hold something else: what listens looks at them together.
  expect(told.map((cells) => (cells === "unknown" ? cells : cells.map(({ sheet, row, col }) => `${sheet} ${row} ${col}`)))).toEqual([["自评表 1 2", "自评表 1 3", "自评表 3 3", "自评表 3 4", "汇总 1 1"]]);
  const saved = await host.save();
  expect(partText(saved, SHEET)).toContain('<f>SUM(C1:C2)</f><v>18.75</v>');
  expect(partText(saved, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  expect(openWorkbook(saved).grid()).toEqual(await host.read());
  expect(said).toEqual([]);
});

test("undo brings the old results back, and all undone the file is as it was", async () => {
  const { host, session, value } = await start();
  await session.edit([change("B1", number("3"), number("3.5"))]);
  await session.edit([change("A1", number("4"), EMPTY)]);
  expect(await value("C3")).toEqual({ kind: "error", code: "#DIV/0!" });
  await session.undo();
  expect(await value("C3")).toEqual(number("18.75"));
  await session.redo();
  expect(await value("D3")).toEqual({ kind: "error", code: "#DIV/0!" });
  await session.undo();
  await session.undo();
  expect([await value("C1"), await value("C3"), await value("D3")]).toEqual([number("7.5"), number("17.5"), { kind: "text", text: "良" }]);
  expect(Buffer.from(await host.save()).equals(Buffer.from(bytes))).toBe(true);
});

test("an edit that no formula reads needs no engine", async () => {
  const { session, host } = await start();
  await session.edit([change("H9", EMPTY, { kind: "text", text: "因政策调整" })]);
  await host.read();
  expect([opened, said, told.length]).toEqual([0, [], 1]);
});

test("what cannot be recalculated is named once, and keeps its result", async () => {
  const { session, value } = await start();
  await session.edit([change("B2", number("5"), number("4"))]);
  expect([await value("C3"), await value("E2"), await value("E3")]).toEqual([number("15.5"), number("1"), number("45000")]);
  expect(said).toEqual([strings.edit.formulasKept(["'自评表'!E3", "'自评表'!E2"], 2)]);
  expect(said[0]).toBe("有公式在工作台里算不了，仍是原来的结果：'自评表'!E3、'自评表'!E2。用 Excel 或 WPS 打开另存的文件时会自动重算。");
  expect(strings.edit.formulasKept(["A1", "A2", "A3"], 5)).toContain("A1、A2、A3 等 5 个。");
  await session.edit([change("B2", number("4"), number("3"))]);
  await value("C3");
  expect(said).toHaveLength(1);
});

test("a plan's write ends when the formulas have followed", async () => {
  const { host } = await start();
  const result = await host.apply({ edits: [change("B1", number("3"), number("4"))], marks: [] });
  expect(result.applied).toHaveLength(1);
  expect(host.sheetViewNow(0)).toBeNull();
  expect((await host.sheetView(0)).grid.cells.find(({ row, col }) => row === 3 && col === 3)?.value).toEqual(number("20"));
  await host.apply(result.inverse);
  expect((await host.sheetView(0)).grid.cells.find(({ row, col }) => row === 3 && col === 3)?.value).toEqual(number("17.5"));
});

test("edits typed one after the other are followed in their order, however slow the engine is", async () => {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => (release = open));
  const { host, session, value } = await start(async () => {
    await gate;
    return openEngine();
  });
  await session.edit([change("B1", number("3"), number("1"))]);
  await session.edit([change("B1", number("1"), number("2"))]);
  await session.edit([change("B2", number("5"), number("2.5"))]);
  // The edits themselves have not waited.
  expect((await host.sheetView(0)).grid.cells.filter(({ col }) => col === 2).map((cell) => cell.value)).toEqual([number("2"), number("2.5")]);
  expect(told).toEqual([]);
  release();
  expect(await value("C3")).toEqual(number("10"));
  expect(told).toHaveLength(3);
});

describe("an engine that fails", () => {
  const failing: readonly [string, OpenEngine][] = [
    ["cannot be loaded", () => Promise.reject(new Error("no script"))],
    ["breaks down", async () => ({ ...inProcess(engineServer()), listen: (listener) => setTimeout(() => listener(null), 5), send: () => undefined })],
    ["answers with a mistake", async () => inProcess((request) => ({ id: request.id, kind: "error", message: "mistake" }))],
  ];
  test.each(failing)("that %s is told once; the edits stand", async (_, engine) => {
    const { session, value, host } = await start(engine);
    await session.edit([change("B1", number("3"), number("3.5"))]);
    await session.edit([change("B1", number("3.5"), number("2"))]);
    expect([await value("B1"), await value("C1")]).toEqual([number("2"), number("7.5")]);
    expect(said).toEqual([strings.edit.notRecalculated]);
    expect(told).toHaveLength(2);
    expect(partText(await host.save(), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  test("says nothing when the workbook is closed under it", async () => {
    const { session, host } = await start();
    await session.edit([change("B1", number("3"), number("3.5"))]);
    host.close();
    await expect(host.read()).rejects.toThrow();
    expect(said).toEqual([]);
  });
});

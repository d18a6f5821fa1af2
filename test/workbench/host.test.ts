/** The port over the worker protocol, in one process: the host contract, and what the workbench adds to it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "../../src/host/xlsx/open";
import { FaultError } from "../../src/model/fault";
import { type CellValue, EMPTY } from "../../src/model/grid";
import type { CellEdit } from "../../src/model/write-plan";
import { EditSession } from "../../src/workbench/edit-session";
import type { Channel } from "../../src/workbench/protocol";
import { inProcessChannel } from "../../src/workbench/serve";
import { WorkerHost } from "../../src/workbench/worker-host";
import { describeHostContract } from "../contract/host-contract";
import { openEngine } from "./engine";

const open = (bytes: Uint8Array, channel: Channel = inProcessChannel()): Promise<WorkerHost> => WorkerHost.open(channel, new Uint8Array(bytes), openEngine);
const corpus = (name: string): Uint8Array => readFileSync(join(__dirname, "../corpus", name));

describeHostContract("workbench", open, { reopen: async (host) => open(await (host as WorkerHost).save()) });

const text = (words: string): CellValue => ({ kind: "text", text: words });
const edit = (sheet: string, row: number, col: number, before: CellValue, after: CellValue): CellEdit => ({ ref: { sheet, row, col }, before, after, format: null, shown: "", why: "", form: null, field: null });

describe("over the sample", () => {
  let host: WorkerHost;
  let sheet: string;
  beforeEach(async () => {
    host = await open(corpus("workbooks/jiading-2024-draft.xlsx"));
    sheet = host.sheets[0]!.name;
  });

  test("an edit shows at once, is told, and reads as the file does", async () => {
    await host.sheetView(0);
    const told: unknown[] = [];
    host.onChange((cells) => told.push(cells));
    const before = (await host.read()).sheets[0]!.cells.find((cell) => cell.row === 14 && cell.col === 8)?.value ?? EMPTY;
    await host.edit([edit(sheet, 14, 8, before, text("已说明")), edit(sheet, 60, 12, EMPTY, text("新"))]);
    expect(told).toEqual([[{ sheet, row: 14, col: 8 }, { sheet, row: 60, col: 12 }]]);
    const shown = host.sheetViewNow(0)!.grid;
    expect(shown.cells.find((cell) => cell.row === 14 && cell.col === 8)?.value).toEqual(text("已说明"));
    const saved = openWorkbook(await host.save()).grid();
    expect((await host.read()).sheets[0]).toEqual(saved.sheets[0]);
  });

  test("undo and redo, in order, and the file is as it was", async () => {
    const said: string[] = [];
    const session = new EditSession(host, { say: (message) => said.push(message), failed: (error) => said.push(String(error)), changed: () => undefined });
    const original = await host.read();
    void session.edit([edit(sheet, 60, 1, EMPTY, text("一"))]);
    void session.edit([edit(sheet, 60, 1, text("一"), text("二"))]);
    await session.undo();
    const value = async (): Promise<CellValue> => (await host.read()).sheets[0]!.cells.find((cell) => cell.row === 60)?.value ?? EMPTY;
    expect(await value()).toEqual(text("一"));
    await session.redo();
    expect(await value()).toEqual(text("二"));
    await session.undo();
    await session.undo();
    await session.undo();
    expect(said).toEqual(["没有可撤销的改动。"]);
    expect(await value()).toEqual(EMPTY);
    expect((await openWorkbook(await host.save()).grid()).sheets).toEqual(original.sheets);
  });

  test("a write of the pane can be undone as well, and keeps the marks", async () => {
    const session = new EditSession(host, { say: () => undefined, failed: () => undefined, changed: () => undefined });
    const mark = { ref: { sheet, row: 14, col: 7 }, rule: "x/y", severity: "warning" as const, conditions: [] };
    await host.apply({ edits: [edit(sheet, 60, 1, EMPTY, text("写回"))], marks: [mark] });
    await session.undo();
    expect((await host.read()).sheets[0]!.cells.find((cell) => cell.row === 60)?.value ?? EMPTY).toEqual(EMPTY);
    expect(host.marks).toEqual([mark]);
    const reopened = await open(await host.save());
    expect(reopened.marks).toEqual([mark]);
  });

  test("display data: widths, heights, fonts, borders", async () => {
    const { display } = await host.sheetView(0);
    expect(display.columns.runs.slice(0, 3).map(({ size }) => size)).toEqual([63, 119, 210]);
    expect(display.rows.runs[0]).toEqual({ first: 1, last: 1, size: 40, fixed: true });
    expect(host.looks[1]).toMatchObject({ bold: true, sizePt: 16, horizontal: "center", vertical: "middle", wrap: true });
    expect(host.looks[3]?.top).toEqual({ css: "1px solid #000000", weight: 6 });
  });
});

test("frozen panes, theme colours with tint, locked cells", async () => {
  const host = await open(corpus("rich/01-excel-basic.xlsx"));
  const { display } = await host.sheetView(0);
  expect([display.frozenRows, display.frozenCols]).toEqual([3, 2]);
  expect(display.columns.runs.find(({ first }) => first === 11)).toMatchObject({ last: 12, size: 0 });
  expect(host.looks[3]?.fill).toMatch(/^#d8d8d8|#d9d9d9$/);
  expect(host.looks[6]).toMatchObject({ locked: false, color: "#0070c0" });
});

test.each(["laughs.xlsx", "trunc.xlsx"])("a hostile file is refused with a fault: %s", async (name) => {
  await expect(open(corpus(`hostile/${name}`))).rejects.toBeInstanceOf(FaultError);
});

test("a worker that breaks down fails what waits for it and what comes later", async () => {
  let listener: Parameters<Channel["listen"]>[0] = () => undefined;
  const real = inProcessChannel();
  const channel: Channel = { ...real, listen: (next) => ((listener = next), real.listen(next)) };
  const host = await open(corpus("workbooks/jiading-2024-draft.xlsx"), channel);
  const waiting = host.read();
  listener(null);
  await expect(waiting).rejects.toMatchObject({ fault: { code: "internal" } });
  await expect(host.save()).rejects.toBeInstanceOf(FaultError);
});

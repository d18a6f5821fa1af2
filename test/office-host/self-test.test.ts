/** The pane's self-test on the emulated Excel, and what Excels have answered: where a real one differs, the emulated one is wrong. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { selfTestText } from "../../src/host/office/self-test/file";
import { PROBES, runSelfTest } from "../../src/host/office/self-test/self-test";
import { type SelfTest, selfTestSchema } from "../../src/model/self-test";
import { snapshot } from "../office-adapter/snapshot";
import { KNOWN_DIFFERENCES } from "./answers/known-differences";
import { ExcelHost } from "./excel-host";
import { loadInJsdom } from "./load-in-jsdom";
import { type Edition, EDITIONS, supports } from "./requirement-sets";
import { type SheetDescription, workbookOf } from "./workbook-source";

jest.setTimeout(60_000);

const FOLDER = join(__dirname, "answers");
const EMULATED = /^emulated-(.*)\.json$/;
/** Those that the pane runs on, the newest last. */
const RUNNING = (Object.keys(EDITIONS) as Edition[]).filter((edition) => supports(EDITIONS[edition], "1.9"));

interface Run {
  readonly host: ExcelHost;
  readonly shares: readonly number[];
  /** What came of it, or what was thrown. */
  readonly outcome: SelfTest | { readonly thrown: unknown };
}

async function run(edition: Edition, sheets: readonly SheetDescription[] = [{ name: "Sheet1" }], arm: (host: ExcelHost) => void = () => undefined): Promise<Run> {
  const host = new ExcelHost(workbookOf({ sheets }), { edition });
  const session = await loadInJsdom(host);
  const restore = session.installGlobals();
  const shares: number[] = [];
  try {
    arm(host);
    return { host, shares, outcome: await runSelfTest((done) => shares.push(done)) };
  } catch (thrown) {
    return { host, shares, outcome: { thrown } };
  } finally {
    restore();
    session.close();
    host.assertEverythingEmulated();
  }
}

/** As it would come out of a file. */
async function answersOf(edition: Edition): Promise<SelfTest> {
  const { outcome } = await run(edition);
  if ("thrown" in outcome) throw outcome.thrown;
  return selfTestSchema.parse(JSON.parse(selfTestText(outcome)));
}

const answered = new Map<Edition, Promise<SelfTest>>();
function answersOnce(edition: Edition): Promise<SelfTest> {
  const known = answered.get(edition) ?? answersOf(edition);
  answered.set(edition, known);
  return known;
}

const updating = process.env["UPDATE_ANSWERS"] === "1";
if (updating) {
  test.each(RUNNING)("writes the answers of %s", async (edition) => {
    writeFileSync(join(FOLDER, `emulated-${edition}.json`), selfTestText(await answersOnce(edition)));
  });
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const read = (name: string): SelfTest => selfTestSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), "utf8")));

if (!updating) {
  test("every edition that the pane runs on has its answers here", () => {
    expect(files.filter((name) => EMULATED.test(name)).sort()).toEqual(RUNNING.map((edition) => `emulated-${edition}.json`).sort());
  });
}

// While they are written there is nothing to compare.
for (const name of updating ? [] : files) describe(name, () => {
  const file = read(name);
  const own = EMULATED.exec(name)?.[1] as Edition | undefined;
  const edition = own ?? nearest(file);

  test.each(Object.keys(file.answers))("%s", async (id) => {
    const emulated = await answersOnce(edition);
    const known = KNOWN_DIFFERENCES[name]?.[id];
    if (known !== undefined) expect(emulated.answers[id]).not.toEqual(file.answers[id]);
    // What npm's client of 2022 does not know cannot be asked here; what is no longer asked is history.
    else if (own !== undefined || (emulated.answers[id] && emulated.answers[id].kind !== "absent")) expect(emulated.answers[id]).toEqual(file.answers[id]);
  });

  if (own) {
    test("nothing is refused, and every question is there", async () => {
      const { excel, sets, answers } = await answersOnce(own);
      expect(Object.keys(file.answers)).toEqual(PROBES.map(({ id }) => id));
      expect({ excel: file.excel, sets: file.sets }).toEqual({ excel, sets });
      expect(Object.entries(answers).filter(([, { kind }]) => kind === "refused" || kind === "broken")).toEqual([]);
      expect(Object.values(answers).filter(({ kind }) => kind === "absent").length).toBeLessThanOrEqual(1);
    });
  }
});

/** The emulated edition that is as old as the real one, or a little older. */
function nearest({ sets }: SelfTest): Edition {
  const real = { ...EDITIONS["microsoft-365"], excelApi: sets["ExcelApi"] ?? "1.1" };
  const found = RUNNING.filter((edition) => supports(real, EDITIONS[edition].excelApi)).at(-1);
  if (!found) throw new Error(`no edition like ExcelApi ${real.excelApi}`);
  return found;
}

test("the workbook is empty again, and progress was told", async () => {
  const { host, shares } = await run("excel-2021");
  expect(snapshot(host.workbook)).toEqual(snapshot(workbookOf({ sheets: [{ name: "Sheet1" }] })));
  expect([host.events.listenerCount, host.workbook.customXml.size, host.workbook.settings.size]).toEqual([0, 0, 0]);
  expect(shares).toHaveLength(PROBES.length);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test.each<[string, SheetDescription]>([
  ["a value", { name: "表2", cells: { Z99: 1 } }],
  ["a fill", { name: "表2", cells: { B2: { fill: "#FFFF00" } } }],
  ["a conditional format", { name: "表2", conditionalFormats: [{ areas: ["A1"], formula: "=$A$1=1" }] }],
  ["a protected sheet", { name: "表2", protected: true }],
])("a workbook with %s is refused, and left as it is", async (_what, sheet) => {
  const sheets = [{ name: "表1" }, sheet];
  const { host, outcome } = await run("excel-2021", sheets);
  expect(outcome).toMatchObject({ thrown: { fault: { code: "host", message: expect.stringContaining("请在空白工作簿中运行自检") as unknown } } });
  expect(snapshot(host.workbook)).toEqual(snapshot(workbookOf({ sheets })));
});

test("a question that Excel refuses spoils no other", async () => {
  const { outcome } = await run("excel-2021", [{ name: "Sheet1" }], (host) => host.faults.failAt(0, "GeneralException"));
  const [first, ...others] = PROBES.map(({ id }) => id);
  expect(outcome).toMatchObject({ answers: { [first ?? ""]: { kind: "refused", code: "GeneralException", location: "Range.values" } } });
  const answers = (outcome as SelfTest).answers;
  const usual = await answersOnce("excel-2021");
  for (const id of others) expect([id, answers[id]]).toEqual([id, usual.answers[id]]);
});

test("a sheet that cannot be cleared ends it, and the workbook is to be thrown away", async () => {
  // The first question writes once, then the sheet is unmerged and cleared.
  const { outcome } = await run("excel-2021", [{ name: "Sheet1" }], (host) => host.faults.failAt(1, "GeneralException"));
  expect(outcome).toMatchObject({ thrown: { fault: { message: expect.stringContaining("请不保存直接关闭它") as unknown } } });
});

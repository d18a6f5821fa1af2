import { jsonInXml, stateXml } from "../../src/host/office/state/state-xml";
import { DEFAULT_STATE, STATE_NAMESPACE, type WorkbookState } from "../../src/model/workbook-state";
import { HostError } from "../office-host/host-error";
import { closeAll, openSheets } from "./open-host";
import { edit, mark } from "./plans";

afterEach(closeAll);

const STATE: WorkbookState = { ...DEFAULT_STATE, settings: { ...DEFAULT_STATE.settings, policy: "shanghai-2024" }, ignored: [{ key: "a<b>&\"'", text: "]]> 一\ufffe\n二", date: "2026-01-02", basis: "" }] };

test("the state keeps every character, however Excel spells the XML", () => {
  const json = JSON.stringify(STATE);
  expect(JSON.parse(jsonInXml(stateXml(json)) ?? "")).toEqual(STATE);
  expect(stateXml(json)).not.toContain("\ufffe");
  const other = `<?xml version="1.0"?><!-- x --><j:state xmlns:j="${STATE_NAMESPACE}"><![CDATA[{"a":]]>&#x22;&#38;&quot;}</j:state>`;
  expect(jsonInXml(other)).toBe('{"a":"&"}');
  for (const foreign of ["", "<state/>", "<state>{}</state>", `<other xmlns="${STATE_NAMESPACE}">{}</other>`]) expect(jsonInXml(foreign)).toBeNull();
});

test("reading, writing and marking keep each other's part; the default takes no place", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }]);
  await office.writeState(STATE);
  await office.apply({ edits: [], marks: [mark("甲", "A1")] });
  expect(await office.readState()).toEqual(STATE);
  await office.removeMarks();
  expect(await office.readState()).toEqual(STATE);
  await office.writeState(DEFAULT_STATE);
  expect(excel.workbook.customXml.size).toBe(0);
  expect(await office.readState()).toEqual(DEFAULT_STATE);
});

test("a part that was removed behind our back is written again", async () => {
  const { excel, office } = await openSheets([{ name: "甲" }]);
  await office.writeState(STATE);
  excel.workbook.customXml.clear();
  await office.writeState(STATE);
  expect(await office.readState()).toEqual(STATE);
});

test("a part that cannot be understood counts as none and is replaced; of several the readable one counts", async () => {
  const { excel, office } = await openSheets([{ name: "甲" }]);
  excel.workbook.customXml.set("{AA}", `<state xmlns="${STATE_NAMESPACE}">{"version":9}</state>`);
  excel.workbook.customXml.set("{BB}", '<mine xmlns="urn:somebody">1</mine>');
  expect(await office.readState()).toEqual(DEFAULT_STATE);
  await office.writeState(STATE);
  expect([...excel.workbook.customXml.keys()]).toEqual(["{AA}", "{BB}"]);
  excel.workbook.customXml.set("{CC}", `<state xmlns="${STATE_NAMESPACE}">nonsense</state>`);
  expect(await office.readState()).toEqual(STATE);
  await office.writeState({ ...STATE, ignored: [] });
  expect([...excel.workbook.customXml.keys()]).toEqual(["{AA}", "{BB}"]);
});

test("a host without custom XML parts keeps the state in the workbook's settings", async () => {
  const { excel, office } = await openSheets([{ name: "甲", cells: { A1: 1 } }]);
  const expectSupported = excel.expectSupported.bind(excel);
  excel.expectSupported = (location, since) => {
    if (/customXml/i.test(location)) throw new HostError("ApiNotFound");
    expectSupported(location, since);
  };
  expect(await office.readState()).toEqual(DEFAULT_STATE);
  await office.writeState(STATE);
  const { inverse } = await office.apply({ edits: [edit("甲", "A1", { n: "1" }, { n: "2" })], marks: [mark("甲", "A1")] });
  expect(await office.readState()).toEqual(STATE);
  expect([...excel.workbook.settings.keys()]).toEqual(["jixiao-review.state.1"]);
  await office.apply(inverse);
  await office.writeState(DEFAULT_STATE);
  expect([excel.workbook.settings.size, excel.workbook.sheets[0]?.conditionalFormats.length]).toEqual([0, 0]);
});

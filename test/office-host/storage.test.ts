import { closeAll, errorOf, startExcel } from "./test-session";

afterEach(closeAll);

const NAMESPACE = "urn:example:review";

test("workbook settings keep any JSON", async () => {
  const { run } = await startExcel({});
  await run((context) => (context.workbook.settings.add("review", { version: 1, ids: ["甲"] }), context.sync()));
  const got = await run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject("review");
    const none = context.workbook.settings.getItemOrNullObject("没有");
    setting.load("value");
    none.load("value");
    await context.sync();
    const { value } = setting;
    setting.delete();
    const count = context.workbook.settings.getCount();
    await context.sync();
    return [value, none.isNullObject, count.value];
  });
  expect(got).toEqual([{ version: 1, ids: ["甲"] }, true, 0]);
});

test("custom XML parts are added, found by namespace, changed and deleted", async () => {
  const { host, run } = await startExcel({});
  await run((context) => {
    context.workbook.customXmlParts.add(`<state xmlns="${NAMESPACE}">1</state>`);
    context.workbook.customXmlParts.add(`<p:other xmlns:p="urn:example:other"/>`);
    return context.sync();
  });
  const got = await run(async (context) => {
    const part = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
    const none = context.workbook.customXmlParts.getByNamespace("urn:example:none").getOnlyItemOrNullObject();
    part.load("id,namespaceUri");
    none.load("id");
    const xml = part.getXml();
    await context.sync();
    part.setXml(`<state xmlns="${NAMESPACE}">2</state>`);
    const changed = part.getXml();
    await context.sync();
    return [xml.value, part.namespaceUri, none.isNullObject, changed.value];
  });
  expect(got).toEqual([`<state xmlns="${NAMESPACE}">1</state>`, NAMESPACE, true, `<state xmlns="${NAMESPACE}">2</state>`]);
  const left = await run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(NAMESPACE);
    parts.load("items/id");
    await context.sync();
    for (const part of parts.items) part.delete();
    const all = context.workbook.customXmlParts.getCount();
    await context.sync();
    return all.value;
  });
  expect(left).toBe(1);
  expect([...host.workbook.customXml.values()]).toEqual([`<p:other xmlns:p="urn:example:other"/>`]);
});

test("XML that is not well-formed is refused", async () => {
  const { run } = await startExcel({});
  expect(await errorOf(run((context) => (context.workbook.customXmlParts.add("<a>"), context.sync())))).toMatchObject({ code: "InvalidArgument" });
});

test("document settings of the Common API are saved into the workbook", async () => {
  const { host, office } = await startExcel({});
  const { settings } = office.Office.context.document;
  settings.set("pane", { open: true });
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect(status).toBe("succeeded");
  expect(settings.get("pane")).toEqual({ open: true });
  expect(host.workbook.documentSettings.has("pane")).toBe(true);
});

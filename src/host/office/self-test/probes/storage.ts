/** What is kept inside the workbook: custom XML parts and settings. */
import type { Probe } from "../probe";

/** Not the namespace of the real state. */
const NAMESPACE = "urn:jixiao-review:self-test:1";
const KEY = "jixiao-review.self-test";

function part(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${NAMESPACE}">${content}</state>`;
}

export const STORAGE_PROBES: readonly Probe[] = [
  {
    id: "xml/round-trip",
    ask: (bench) =>
      bench.run(async (_sheet, context) => {
        const texts = [part("{&quot;a&quot;:&quot;绩效 &lt;&amp;&gt;&quot;}"), part("第二次\n两行")];
        const added = context.workbook.customXmlParts.add(texts[0] ?? "");
        added.load("id,namespaceUri");
        const first = added.getXml();
        await context.sync();
        added.setXml(texts[1] ?? "");
        const second = added.getXml();
        const only = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
        only.load("id");
        await context.sync();
        const found = only.isNullObject ? null : only.id === added.id;
        const namespace = added.namespaceUri;
        added.delete();
        await context.sync();
        return { namespace, same: [first.value === texts[0], second.value === texts[1]], found, text: second.value };
      }),
  },
  {
    id: "xml/several",
    ask: (bench) =>
      bench.run(async (_sheet, context) => {
        const { customXmlParts } = context.workbook;
        const parts = [customXmlParts.add(part("一")), customXmlParts.add(part("二"))];
        const scoped = customXmlParts.getByNamespace(NAMESPACE);
        const count = scoped.getCount();
        const only = scoped.getOnlyItemOrNullObject();
        only.load("id");
        await context.sync();
        const answer = { count: count.value, only: only.isNullObject ? null : "one" };
        for (const added of parts) added.delete();
        const left = scoped.getCount();
        await context.sync();
        return { ...answer, left: left.value };
      }),
  },
  { id: "xml/malformed", ask: (bench) => bench.refusal((_sheet, context) => context.workbook.customXmlParts.add("<state>")) },
  {
    id: "settings/round-trip",
    ask: (bench) =>
      bench.run(async (_sheet, context) => {
        const { settings } = context.workbook;
        settings.add(KEY, "一");
        settings.add(KEY, "二");
        const setting = settings.getItemOrNullObject(KEY);
        setting.load("value");
        await context.sync();
        const value = setting.isNullObject ? null : String(setting.value);
        setting.delete();
        const gone = settings.getItemOrNullObject(KEY);
        gone.load("key");
        await context.sync();
        return { value, gone: gone.isNullObject };
      }),
  },
];

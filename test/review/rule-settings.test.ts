/** Rules on and off, and their severities: what a workbook's settings do to a review, and the list that faces show. */
import { showNumber } from "../../src/host/number-text";
import type { WorkbookGrid } from "../../src/model/grid";
import type { WorkbookReview } from "../../src/model/review";
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from "../../src/model/settings";
import { type PolicyChoice, policyChoices } from "../../src/review/policies";
import { review } from "../../src/review/review";
import { type RuleEntry, type RuleList, ruleFamily, ruleList, type RuleListView, type RuleSettings, withDefaults, withRule, withSeverity } from "../../src/review/rule-settings";
import { uncheckedRules } from "../../src/review/run-rules";
import type { Example } from "../../src/rules/example";
import { RULES } from "../../src/rules/registry";
import { exampleGrid } from "../support/example-sheet";
import { contextsOf } from "../support/run-rules";

const REASON = "deviation/reason-missing";
const LATER = "later/rule";
/** A person's score below the weight, without a reason; a limit exceeded by half in the last row. */
const example: Example = {
  note: "",
  rows: [
    { target: "≥200人次", actual: "180人次", name: "培训人次", weight: "60", score: "54", reason: "无" },
    { target: "≤10起", actual: "15起", name: "投诉件数", weight: "30", score: "", reason: "已整改" },
  ],
  total: { score: "" },
};
const grid: WorkbookGrid = exampleGrid(example);
const reviewed = (settings: Partial<Settings> = {}): WorkbookReview => review(grid, { settings: { ...DEFAULT_SETTINGS, ...settings }, showNumber });
const rulesOf = ({ findings }: WorkbookReview): string[] => findings.map(({ rule }) => rule);

describe("a review", () => {
  test("does without a rule that is off, and names it", () => {
    expect(rulesOf(reviewed())).toContain(REASON);
    expect(reviewed().unchecked).toEqual([]);
    const without = reviewed({ rulesOff: [REASON] });
    expect(rulesOf(without)).not.toContain(REASON);
    expect(without.plan.marks.map(({ rule }) => rule)).not.toContain(REASON);
    expect(without.unchecked).toEqual([{ rule: REASON, what: RULES.find(({ id }) => id === REASON)?.what }]);
  });

  test("counts what is off in the order of the catalogue, and only what would have looked at one of the forms", () => {
    const off = ["declaration/dates", REASON, "fund/low-rate", LATER];
    expect(reviewed({ rulesOff: off }).unchecked.map(({ rule }) => rule)).toEqual(["fund/low-rate", REASON]);
    const declaration = review(exampleGrid({ note: "", kind: "target-declaration" }), { settings: { ...DEFAULT_SETTINGS, rulesOff: off }, showNumber });
    expect(declaration.unchecked.map(({ rule }) => rule)).toEqual(["declaration/dates"]);
    expect(review({ sheets: [] }, { settings: { ...DEFAULT_SETTINGS, rulesOff: off }, showNumber }).unchecked).toEqual([]);
  });

  test("counts what a policy does without for some form", () => {
    const [context] = contextsOf(grid);
    if (!context) throw new Error("no form");
    const without = { ...context, policy: { ...context.policy, rules: { off: [REASON], severities: {} } } };
    expect(uncheckedRules([context, without]).map(({ rule }) => rule)).toEqual([REASON]);
    expect(uncheckedRules([context])).toEqual([]);
  });

  test("takes a rule as seriously as the workbook says", () => {
    const severity = (settings?: Partial<Settings>) => reviewed(settings).findings.find(({ rule }) => rule === REASON)?.severity;
    expect([severity(), severity({ severities: { [REASON]: "info", [LATER]: "error" } })]).toEqual(["error", "info"]);
  });
});

describe("S12: an exceeded limit", () => {
  const score = (settings?: Partial<Settings>): string | undefined => reviewed(settings).forms[0]?.indicators[1]?.ruleScore?.toFixed(2);
  const source = (settings?: Partial<Settings>) => reviewed(settings).forms[0]?.indicators[1]?.explanation.source?.evidence;
  test("is scored by the policy unless the workbook says otherwise, each with its own source", () => {
    expect([score(), score({ exceededLimit: "ratio" }), score({ exceededLimit: "linear" })]).toEqual(["20.00", "20.00", "15.00"]);
    expect([source(), source({ exceededLimit: "linear" })]).toEqual(["seen", "system"]);
  });
  test("and what is written follows", () => {
    const written = (settings?: Partial<Settings>) => reviewed(settings).plan.edits.find(({ field }) => field === "score")?.shown;
    expect([written(), written({ exceededLimit: "linear" })]).toEqual(["20.00", "15.00"]);
  });
  test("settings without it are those of before; anything else is refused", () => {
    expect(settingsSchema.parse({ version: 1, policy: "auto", scores: "keep" })).toEqual(DEFAULT_SETTINGS);
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, exceededLimit: "linear" }).success).toBe(true);
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, exceededLimit: "square" }).success).toBe(false);
  });
});

describe("changes of the settings", () => {
  const stored: RuleSettings = { rulesOff: [LATER, REASON], severities: { [LATER]: "info", "fund/low-rate": "error" } };
  test("switch one rule, and leave all others as they are", () => {
    expect(withRule(stored, "fund/low-rate", false).rulesOff).toEqual([LATER, REASON, "fund/low-rate"]);
    expect(withRule(stored, REASON, true)).toEqual({ ...stored, rulesOff: [LATER] });
    expect(withRule(stored, REASON, false).rulesOff.filter((id) => id === REASON)).toHaveLength(1);
    expect(withSeverity(stored, REASON, "warning").severities).toEqual({ ...stored.severities, [REASON]: "warning" });
    expect(withSeverity(stored, "fund/low-rate", null).severities).toEqual({ [LATER]: "info" });
  });
  test("back to the defaults keeps what only a later version knows", () => {
    expect(withDefaults(stored)).toEqual({ rulesOff: [LATER], severities: { [LATER]: "info" } });
  });
});

describe("the list", () => {
  const NONE: RuleSettings = { rulesOff: [], severities: {} };
  const view: RuleListView = { policy: "auto", search: "", only: false, familyName: (id) => (id === "fund" ? "资金" : id) };
  const entries = ({ families }: RuleList): RuleEntry[] => families.flatMap((family) => family.entries);
  const ids = (list: RuleList): string[] => entries(list).map(({ id }) => id);
  const entry = (list: RuleList, id: string): RuleEntry => {
    const found = entries(list).find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };

  test("has every rule once, by family, in the order of the catalogue", () => {
    const list = ruleList(NONE, view);
    expect(ids(list)).toEqual(RULES.map(({ id }) => id));
    expect(list.families.map(({ id }) => id)).toEqual([...new Set(RULES.map(({ id }) => ruleFamily(id)))]);
    expect([list.all, list.changed, list.unknown]).toEqual([RULES.length, 0, 0]);
    expect(entries(list).every(({ on, own, changed, policies }) => on && own === null && !changed && policies.length === 0)).toBe(true);
  });

  test("is searched by what is wrong, by id and by family", () => {
    const all = RULES.map(({ id }) => id);
    expect(ids(ruleList(NONE, { ...view, search: "偏差原因 没有" }))).toEqual([REASON]);
    expect(ids(ruleList(NONE, { ...view, search: "Low-Rate" }))).toEqual(["fund/low-rate"]);
    expect(ids(ruleList(NONE, { ...view, search: " 资金 " }))).toEqual(expect.arrayContaining(all.filter((id) => id.startsWith("fund/"))));
    expect(ids(ruleList(NONE, { ...view, search: "没有这种规则" }))).toEqual([]);
  });

  test("shows what is changed alone, and tells how many are and how many nobody here knows", () => {
    const list = ruleList({ rulesOff: [REASON, LATER], severities: { "fund/low-rate": "info", [LATER]: "info", "later/other": "error" } }, { ...view, only: true });
    expect(ids(list)).toEqual(["fund/low-rate", REASON]);
    expect([list.all, list.changed, list.unknown]).toEqual([RULES.length, 2, 2]);
    expect(list.families.map(({ changed }) => changed)).toEqual([1, 1]);
    expect([entry(list, REASON).on, entry(list, "fund/low-rate").on, entry(list, "fund/low-rate").own]).toEqual([false, true, "info"]);
  });

  describe("with policies that have a say", () => {
    const policies: PolicyChoice[] = policyChoices().map((policy) => (policy.id === "national" ? { ...policy, name: "全国", rules: { off: [REASON], severities: { "fund/low-rate": "info" } } } : policy));
    const listed = (policy: string, id: string, settings = NONE): RuleEntry => entry(ruleList(settings, { ...view, policy }, policies), id);

    test("the chosen one's state is in force, and cannot be undone by the workbook", () => {
      expect(listed("national", REASON)).toMatchObject({ on: false, locked: true, changed: false, policies: [{ name: "全国", severity: null }] });
      expect(listed("national", "fund/low-rate")).toMatchObject({ on: true, byDefault: ["info"], policies: [{ name: "全国", severity: "info" }] });
      expect(ids(ruleList(NONE, { ...view, policy: "national", only: true }, policies))).toEqual([REASON]);
    });
    test("another one's does not matter", () => {
      expect(listed("shanghai-2024", REASON)).toMatchObject({ on: true, locked: false, policies: [] });
      expect(listed("of a later version", REASON)).toMatchObject({ on: true, locked: false, policies: [] });
    });
    test("under auto each form has its own: nothing is locked, and who differs is named", () => {
      expect(listed("auto", REASON)).toMatchObject({ on: true, locked: false, policies: [{ name: "全国", severity: null }] });
      expect(listed("auto", "fund/low-rate")).toMatchObject({ byDefault: ["warning"], policies: [{ name: "全国", severity: "info" }] });
      expect(listed("auto", REASON, withRule(NONE, REASON, false))).toMatchObject({ on: false, changed: true });
    });
  });
});

import fc from "fast-check";
import { UNIT_FAMILIES, UNIT_SYNONYMS } from "../../src/grammar/unit-table";
import { normaliseUnit, reconcile, unitScale } from "../../src/grammar/units";
import { decimal, plain } from "../../src/model/decimal";

type Side = readonly [number: string, unit: string | null];

const reconciled = (a: Side, b: Side): string | null => {
  const both = reconcile({ number: decimal(a[0]), unit: a[1] }, { number: decimal(b[0]), unit: b[1] });
  return both && `${plain(both.a)} ${plain(both.b)} ${both.unit ?? "-"}`;
};

test.each<[string, string]>([
  ["％", "%"], ["百分比", "%"], ["(%)", "%"], ["名", "人"], ["位", "人"], ["公里", "千米"], ["公斤", "千克"], ["日", "天"], ["个月", "月"], ["㎡", "平方米"], ["个工作日", "工作日"],
  ["元/人*月", "元/人·月"], ["元/人.月", "元/人·月"], ["元/人/月", "元/人·月"], ["元/每人·月", "元/人·月"], ["次/年", "次"], ["元/名", "元/人"], ["次.周", "次·周"],
])("G25, G26: %s is %s", (unit, expected) => expect(normaliseUnit(unit)).toBe(expected));

test("G25: no unit stays none", () => {
  expect(normaliseUnit(null)).toBeNull();
  expect(normaliseUnit("()")).toBeNull();
});

test.each<[string, string | null, string]>([
  ["万元", "元", "10000"], ["亿元", "元", "100000000"], ["千元", "元", "1000"], ["万人次", "人次", "10000"], ["万亩", "亩", "10000"], ["万", null, "10000"], ["亿", null, "100000000"], ["万元/人", "元/人", "10000"],
  ["分钟", "秒", "60"], ["年", "月", "12"], ["万平方米", "亩", "15"], ["麻袋", "麻袋", "1"], ["万名", "人", "10000"],
])("G27: one %s is so many %s", (unit, base, factor) => {
  const scale = unitScale(unit);
  expect({ base: scale.base, factor: plain(scale.factor) }).toEqual({ base, factor });
});

test.each<[Side, Side, string | null]>([
  [["95", "%"], ["95", null], "95 95 %"],
  [["95", "%"], ["0.95", null], "95 0.95 %"],
  [["95", "万元"], ["96.08", "万元"], "95 96.08 万元"],
  [["95", "万元"], ["950000", "元"], "950000 950000 元"],
  [["95", "万元"], ["95", null], "95 95 万元"],
  [["1", "亿元"], ["9999.5", "万元"], "100000000 99995000 元"],
  [["2", "小时"], ["90", "分钟"], "7200 5400 秒"],
  [["1", "天"], ["24", "小时"], "86400 86400 秒"],
  [["1", "年"], ["12", "个月"], "12 12 月"],
  [["1", "万亩"], ["10000", "亩"], "10000 10000 亩"],
  [["1", "公顷"], ["10000", "平方米"], "15 15 亩"],
  [["5", "%"], ["50", "‰"], "5 5 %"],
  [["3", "吨"], ["3000", "公斤"], "3000 3000 千克"],
  [["3", "公里"], ["3", "千米"], "3 3 千米"],
  [["1", "万人"], ["9000", "名"], "10000 9000 人"],
  [["1.2", "万元/人"], ["12000", "元/人"], "12000 12000 元/人"],
  [["12", "元/人·月"], ["12", "元/人*月"], "12 12 元/人·月"],
  [["4", "次/年"], ["4", "次"], "4 4 次"],
])("G27, G28: %j against %j", (a, b, expected) => expect(reconciled(a, b)).toBe(expected));

test.each<[Side, Side, string]>([
  [["15", "万"], ["152000", "人"], "150000 152000 人"],
  [["15", "万"], ["16", "万人"], "150000 160000 人"],
  [["15", "万"], ["15", "万元"], "150000 150000 元"],
  [["15", "万"], ["152000", null], "150000 152000 -"],
  [["15", "万"], ["16", "万"], "15 16 万"],
  [["1", "亿"], ["10000", "万"], "100000000 100000000 -"],
  [["3", null], ["4", null], "3 4 -"],
])("G28: %j against %j: a bare 万 multiplies and takes the other's unit", (a, b, expected) => expect(reconciled(a, b)).toBe(expected));

test.each<[string, string]>([
  ["次", "%"], ["次", "场次"], ["场", "场次"], ["家", "户"], ["个", "项"], ["项", "件"], ["人", "人次"], ["元/人", "元/户"], ["元/人", "元"], ["天", "月"], ["天", "工作日"], ["百分点", "%"], ["美元", "元"], ["次·周", "%"], ["元/人·年", "元/人"],
])("G29: %s and %s are not the same", (a, b) => expect(reconciled(["1", a], ["1", b])).toBeNull());

test("G25: synonyms lead straight to a spelling that is no synonym itself", () => {
  for (const target of UNIT_SYNONYMS.values()) expect(UNIT_SYNONYMS.has(target)).toBe(false);
});

test("G27: the families overlap nowhere and use canonical spellings", () => {
  const seen = new Set<string>();
  for (const [base, members] of UNIT_FAMILIES) {
    for (const unit of [base, ...members.map(([name]) => name)]) {
      expect(seen.has(unit)).toBe(false);
      expect(normaliseUnit(unit)).toBe(unit === "" ? null : unit);
      seen.add(unit);
    }
  }
});

test("G27, G29: reconciling is symmetric and never throws", () => {
  const units = fc.oneof(
    fc.constantFrom(null, "万", "万元", "元", "%", "‰", "人", "名", "万人次", "亩", "公顷", "小时", "天", "月", "年", "元/人·月", "次/年"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  fc.assert(
    fc.property(units, units, fc.integer(), fc.integer(), (unitA, unitB, x, y) => {
      const a = { number: decimal(x), unit: unitA };
      const b = { number: decimal(y), unit: unitB };
      const there = reconcile(a, b);
      const back = reconcile(b, a);
      expect(there === null).toBe(back === null);
      if (there && back) {
        expect(there.unit).toBe(back.unit);
        expect(there.a.eq(back.b) && there.b.eq(back.a)).toBe(true);
      }
    }),
  );
});

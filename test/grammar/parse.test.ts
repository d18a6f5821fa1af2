/** Examples of every rule of src/grammar/SPEC.md on readings: text → canonical print, kind checked beside it. */
import { parseReading } from "../../src/grammar/parse";
import { printReading } from "../../src/grammar/print";
import { readingSchema, type Reading } from "../../src/model/reading";

const read = (text: string, year: number | null = 2024): Reading => parseReading(text, { year });

/** "quantity ≥4次", "quality 提升": kind and canonical text. */
const told = (text: string): string => {
  const reading = read(text);
  expect(readingSchema.safeParse(reading).success).toBe(true);
  return `${reading.kind} ${printReading(reading)}`.trim();
};

const EXAMPLES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "G1: noise goes": [
    ["满意\n度提\n升", "quality 满意度提升"], ["“优秀”", "quality 优秀"], ["“甲”和“乙”", "quality “甲”和“乙”"], ["★提升。", "quality 提升"], [" \u3000提 升\u200b ", "quality 提升"],
    ["≥4.\n00(次)", "quantity ≥4次"], ["不低于 90 ％", "quantity ≥90%"], ["2024 年 11 月底前", "deadline 2024-11-30"], ["GB/T 1234", "quality GB/T 1234"],
  ],
  "G2: look-alike signs are one": [
    ["≧４．００（次）", "quantity ≥4次"], ["⩾95％", "quantity ≥95%"], ["≦2小时", "quantity ≤2小时"], ["⩽2小时", "quantity ≤2小时"], ["═100(%)", "quantity =100%"], ["＝100%", "quantity =100%"],
    ["＞90%", "quantity >90%"], ["﹥90%", "quantity >90%"], ["＜97%", "quantity <97%"], ["﹤97%", "quantity <97%"], ["＞＝ 1，599.05 万元", "quantity ≥1599.05万元"],
  ],
  "G3: operator signs": [
    ["≥4.00(次)", "quantity ≥4次"], ["=100.00(%)", "quantity =100%"], ["100%", "quantity 100%"], [">=85%", "quantity ≥85%"], ["=>85%", "quantity ≥85%"], ["=<85%", "quantity ≤85%"], ["> = 85%", "quantity ≥85%"],
    ["≥≥85%", "quantity ≥85%"], ["==85%", "quantity =85%"], ["大于=95%", "quantity ≥95%"], ["≥ 27000 人", "quantity ≥27000人"], ["≥90(%)", "quantity ≥90%"],
  ],
  "G4: operator words": [
    ["大于等于95%", "quantity ≥95%"], ["不少于12种", "quantity ≥12种"], ["不低于90%", "quantity ≥90%"], ["不小于3", "quantity ≥3"], ["至少3次", "quantity ≥3次"], ["不超过3次", "quantity ≤3次"], ["不高于3%", "quantity ≤3%"],
    ["不大于3%", "quantity ≤3%"], ["小于等于5次", "quantity ≤5次"], ["超过5人", "quantity >5人"], ["高于90%", "quantity >90%"], ["低于3%", "quantity <3%"], ["小于3‰", "quantity <3‰"], ["不低于约90%", "quantity ≥90%"], ["至少达到3次", "quantity ≥3次"],
  ],
  "G5: words behind the number": [
    ["98%以上", "quantity ≥98%"], ["95%（含）以上", "quantity ≥95%"], ["10人次及以上", "quantity ≥10人次"], ["30天以内", "quantity ≤30天"], ["30天之内", "quantity ≤30天"], ["2小时内响应", "quantity ≤2小时"], ["30日内", "quantity ≤30(日)"],
    ["95%左右", "quantity 95%"], ["约95%", "quantity 95%"], ["控制在96.08万元以内", "quantity ≤96.08万元"], ["控制在5%", "quantity ≤5%"], ["控制在80%以上", "quantity ≥80%"], ["5项内容", "quantity 5项"],
  ],
  "G6: digits": [
    ["≥1,599.05万元", "quantity ≥1599.05万元"], ["13920.00(元)", "quantity 13920元"], ["95", "quantity 95"], ["-5", "quantity -5"], ["−5", "quantity -5"], ["≥-5℃", "quantity ≥-5℃"], ["0.00(件)", "quantity 0件"], ["-0", "quantity 0"],
    ["007", "quantity 7"], [".5", "quantity 0.5"], ["95.", "quantity 95"], ["12,34", "quality 12,34"], ["满意度-95%", "quantity 95%"], ["不少于 3 000 人", "quantity ≥3000人"], ["12 34次", "quality 12 34次"],
  ],
  "G7: numbers that are names": [
    ["符合ISO9001标准", "quality 符合ISO9001标准"], ["第3批", "quality 第3批"], ["7×24小时", "quality 7×24小时"], ["师生比1:15", "quality 师生比1:15"], ["12345热线办结", "quality 12345热线办结"], ["120急救", "quality 120急救"],
    ["2023年度工作按计划完成", "quality 2023年度工作按计划完成"], ["达到三级等保要求", "quality 达到三级等保要求"], ["二级等保", "quality 二级等保"], ["5A级景区", "quality 5A级景区"], ["按〔2020〕10号文执行", "quality 按〔2020〕10号文执行"],
    ["详见附件1", "quality 详见附件1"], ["5G基站建设10个", "quantity 10个"], ["1E-05", "quality 1E-05"],
  ],
  "G8: units in brackets": [
    ["12.00(元/人)", "quantity 12元/人"], ["12.00(月)", "quantity 12(月)"], ["3次(其中线上1次，线下2次)", "quantity 3次"], ["≥95%（含）", "quantity ≥95%"], ["5.00(麻袋/斗)", "quantity 5(麻袋/斗)"], ["95 (no unit)", "quantity 95"],
    ["5(单位:次)", "quantity 5次"],
  ],
  "G9: units without brackets": [
    ["≤2小时到场", "quantity ≤2小时"], ["100%通过", "quantity 100%"], ["元/人", "quality 元/人"], ["12元/人·月", "quantity 12元/人·月"], ["12元/人*月", "quantity 12元/人*月"], [">=52次.周", "quantity ≥52次.周"], ["≥2篇论文", "quantity ≥2篇"],
    ["12种药品", "quantity 12种"], ["95百分比", "quantity 95百分比"], ["24小时", "quantity 24小时"], ["0起", "quantity 0起"], ["4级", "quantity 4级"], ["水平4级", "quality 水平4级"], ["3麻袋以上", "quantity ≥3麻袋"], ["10元/每人", "quantity 10元/每人"],
  ],
  "G10: multipliers stay in the unit": [
    ["≥15万", "quantity ≥15万"], ["≥15万人", "quantity ≥15万人"], ["≥15万(人)", "quantity ≥15万人"], ["95万元", "quantity 95万元"], ["3万美元", "quantity 3万美元"], ["1.2万平方米", "quantity 1.2万平方米"], ["100余人", "quantity 100人"],
  ],
  "G11: the loudest number of a sentence": [
    ["有90%以上的在编人员认为有提升", "quantity ≥90%"], ["24小时内响应率≥95%", "quantity ≥95%"], ["24小时响应率100%", "quantity 100%"], ["65岁以上老年人健康管理率达到70%", "quantity 70%"], ["由80%提升到95%", "quantity 95%"],
    ["100%(目标≥95%)", "quantity 100%"], ["达成指标(100%)", "quantity 100%"], ["全区覆盖面每年上升2个百分点", "quantity 2个百分点"], ["2天1夜", "several ①2天②1夜"], ["满意度≥90%且投诉≤3次", "several ①≥90%②≤3次"],
  ],
  "G12: full dates": [
    ["2024-11-30", "deadline 2024-11-30"], ["2024/11/30", "deadline 2024-11-30"], ["2024.11.30", "deadline 2024-11-30"], ["2024-11-30 00:00:00", "deadline 2024-11-30"], ["2024年12月31日前", "deadline 2024-12-31"],
    ["2024年10月15日", "deadline 2024-10-15"], ["2024年2月底", "deadline 2024-02-29"], ["2月30日前", "quality 2月30日前"], ["2023年2月29日前", "quality 2023年2月29日前"],
  ],
  "G13: the form's year": [
    ["11月底前完成", "deadline 2024-11-30"], ["2025年11月底前完成", "deadline 2025-11-30"], ["10月底前完成", "deadline 2024-10-31"], ["11月底之前完成", "deadline 2024-11-30"], ["12月31日前完成", "deadline 2024-12-31"],
    ["次年1月底前", "deadline 2025-01-31"], ["24年11月底前完成", "deadline 2024-11-30"], ["十一月底前", "deadline 2024-11-30"],
  ],
  "G14: before": [
    ["6月底前", "deadline 2024-06-30"], ["6月前", "deadline 2024-05-31"], ["1月前", "deadline 2023-12-31"], ["12月31日前", "deadline 2024-12-31"], ["12月31日之前", "deadline 2024-12-31"], ["三季度前", "deadline 2024-06-30"],
    ["第三季度末", "deadline 2024-09-30"], ["2024年前", "deadline 2023-12-31"], ["11.30前", "deadline 2024-11-30"],
  ],
  "G15: periods": [
    ["上半年", "deadline 2024-06-30"], ["年底前完成", "deadline 2024-12-31"], ["本年底", "deadline 2024-12-31"], ["2024年内完成", "deadline 2024-12-31"], ["11月中旬前", "deadline 2024-11-20"], ["1-12月", "deadline 2024-12-31"],
    ["2024年1月1日至2024年12月31日", "deadline 2024-12-31"], ["3月1日至11月30日", "deadline 2024-11-30"], ["每月15日前", "quality 每月15日前"], ["三年内", "quality 三年内"], ["11月初", "quality 11月初"],
  ],
  "G16: dates without 前": [
    ["2021年12月完成", "deadline 2021-12-31"], ["项目于2024年10月15日通过验收", "deadline 2024-10-15"], ["截至2024年12月31日", "deadline 2024-12-31"], ["自2024年1月1日起", "quality 自2024年1月1日起"],
    ["较2023年底增长5%", "quantity 5%"], ["实现2024年工作目标", "quality 实现2024年工作目标"],
  ],
  "G17: date or length of time": [
    ["12月", "deadline 2024-12-31"], ["≤12月", "quantity ≤12(月)"], ["≤2024年12月", "deadline 2024-12-31"], ["18月", "quantity 18(月)"], ["12个月", "quantity 12个月"], ["3个月内", "quantity ≤3个月"], ["2024.11", "quantity 2024.11"],
    ["11月底前完成3次培训", "several ①2024-11-30②3次"],
  ],
  "G18: numbered lists": [
    ["①全区全科团队培训覆盖面每年上升2个百分点。②全科技能大赛全区参与覆盖面每年上升1个百分点。③全国性学术会议交流或大会报告每年≥3人次。④全科人才项目或科技成果每年≥1项。", "several ①2个百分点②1个百分点③≥3人次④≥1项"],
    ["1.开展培训3次；2.发放资料500份", "several ①3次②500份"], ["1、培训3次 2、发放500份", "several ①3次②500份"], ["(1)完善(2)健全", "several ①完善②健全"], ["①完善②-", "quality 完善"], ["①②", "empty"], ["1.5次", "quantity 1.5次"],
  ],
  "G19: pieces": [
    ["开展培训3次；发放资料500份", "several ①3次②500份"], ["建立健全；及时", "quality 建立健全；及时"], ["≥3次；效果良好", "quantity ≥3次"], ["培训≥3次，参训≥100人", "several ①≥3次②≥100人"], ["全年共开展培训12次，完成率100%", "several ①12次②100%"],
    ["会议沟通效率提升，应急响应提升", "quality 会议沟通效率提升，应急响应提升"],
  ],
  "G20: ranges and lines": [
    ["80%-90%", "several ①≥80%②≤90%"], ["3~5次", "several ①≥3次②≤5次"], ["3—5次", "several ①≥3次②≤5次"], ["3至5次", "several ①≥3次②≤5次"], ["-5～5℃", "several ①≥-5℃②≤5℃"], ["9-3次", "quality 9-3次"],
    ["开展培训3次\n发放资料500份", "several ①3次②500份"], ["≥90\n%", "quantity ≥90%"],
  ],
  "G21: limits": [
    ["小于等于预算数", "limit 小于等于预算数"], ["控制在预算范围内", "limit 小于等于预算数"], ["不超预算", "limit 小于等于预算数"], ["预算内", "limit 小于等于预算数"], ["在年初预算数以内", "limit 小于等于预算数"], ["≤预算数", "limit 小于等于预算数"],
    ["不低于预算数", "quality 不低于预算数"], ["超预算", "quality 超预算"], ["预算执行率≥95%", "quantity ≥95%"], ["2024年预算范围内", "limit 小于等于预算数"],
  ],
  "G22: words": [
    ["无事故发生", "quality 无事故发生"], ["未发生", "quality 未发生"], ["与计划内容一致", "quality 与计划内容一致"], ["按合同约定时间完成", "quality 按合同约定时间完成"], ["在规定的时间内完成项目", "quality 在规定的时间内完成项目"],
    ["较上一年同期增加", "quality 较上一年同期增加"], ["√", "quality √"], ["无食品卫生事故", "quality 无食品卫生事故"],
  ],
  "G23: empty and unreadable": [
    ["", "empty"], [" \n", "empty"], ["-", "empty"], ["—", "empty"], ["——", "empty"], ["/", "empty"], ["无", "empty"], ["……", "empty"], ["、", "empty"], ["。", "empty"], ["0", "quantity 0"], ["不适用", "empty"],
    ["#REF!", "unreadable ?"], ["#DIV/0!", "unreadable ?"], ["XX", "unreadable ?"], ["≥XX%", "unreadable ?"], ["≥**", "unreadable ?"], ["≥**人次", "unreadable ?"], ["**", "unreadable ?"], ["？", "unreadable ?"], ["≥", "unreadable ?"],
    ["大于等于", "unreadable ?"], ["≥%", "unreadable ?"], ["(次)", "unreadable ?"], ["≥人次", "unreadable ?"],
  ],
};

for (const [rule, examples] of Object.entries(EXAMPLES)) {
  describe(rule, () => {
    test.each(examples)("%j → %s", (text, expected) => expect(told(text)).toBe(expected));
  });
}

test("G13: a deadline whose year nobody knows is a quality with its words", () => {
  expect(read("11月底前完成", null)).toEqual({ kind: "quality", word: "11月底前完成" });
  expect(read("2024年11月底前完成", null)).toEqual({ kind: "deadline", date: "2024-11-30" });
  expect(read("11月底前完成", 2023.5)).toEqual({ kind: "quality", word: "11月底前完成" });
});

test("G6: long numbers keep every digit", () => {
  const digits = `1${"0".repeat(70)}1`;
  expect(read(`≥${digits}元`)).toEqual({ kind: "quantity", operator: ">=", number: digits, unit: "元" });
});

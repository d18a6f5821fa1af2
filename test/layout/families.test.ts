/** Whole forms of the families that the vocabulary was counted over, each in its own arrangement. */
import { amountAt, fundTexts, goalTexts, headTexts, read, rowTexts } from "../support/layout-form";
import { sheet } from "../support/layout-sheet";

test("L1–L21 weight in titles and levels, no 分值 column, one reason for all", () => {
  const found = read(
    sheet(`
      2023年度甲专项项目绩效自评表 | < | < | < | < | < | <
      单位名称：乙局　　填报日期：2024年3月 | < | < | < | < | < | <
      项目名称 | < | 甲专项 | < | < | < | <
      主管部门 | < | 乙局 | < | 项目实施单位 | 丙中心 | <
      项目类别 | < | 1、部门预算项目 ☑ 2、省直专项 □ | < | < | < | <
      预算执行情况（万元）\\n（20分） | < | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分\\n（20分*执行率）
      ^ | ^ | 年度财政资金总额 | #200 | #100 | #0.5{0.00%} | #10
      年度目标1：（80分） | < | 完成培训 | < | < | < | <
      年度绩效目标1 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
      ^ | 产出指标（40分） | 数量指标 | 培训次数 | 4次 | 4次 | #40
      ^ | 效益指标（30分） | 社会效益指标 | 就业人数 | 10人 | 9人 | #27
      ^ | 满意度指标（10分） | 服务对象满意度指标 | 满意度 | ≥90% | 95% | #10
      总分 | < | < | < | < | < | #87
      偏差大或\\n目标未完成\\n原因分析 | < | 报名不足 | < | < | < | <
      改进措施及结果应用方案 | < | 加强宣传 | < | < | < | <`),
  );
  expect([found.title?.text, found.year, found.funds?.unit, found.commonReason?.text]).toEqual(["2023年度甲专项项目绩效自评表", 2023, "万元", "报名不足"]);
  expect(headTexts(found)).toMatchObject({ project: "甲专项", department: "乙局", unit: "乙局" });
  expect(fundTexts(found)).toEqual(["total: ∅ 200 100 | 20 50 10"]);
  expect(amountAt(found.funds?.rows[0]?.weight)).toBe("20@A6");
  expect(rowTexts(found)).toEqual(["产出指标/数量指标/培训次数: 4次 → 4次, ∅/40", "效益指标/社会效益指标/就业人数: 10人 → 9人, ∅/27", "满意度指标/服务对象满意度指标/满意度: ≥90% → 95%, ∅/10"]);
  expect(amountAt(found.total?.score)).toBe("87@G13");
});

test("L1–L21 a transfer: neither 分值 nor 得分", () => {
  const found = read(
    sheet(`
      中央对地方专项转移支付区域（项目）绩效目标自评表 | < | < | < | < | <
      （2022年度） | < | < | < | < | <
      转移支付（项目）名称 | < | 甲资金 | < | < | <
      中央主管部门 | < | 乙部 | < | < | <
      地方主管部门 | < | 丙厅 | < | 资金使用单位 | 丁局
      资金情况\\n（万元） | < | | 全年预算数（A） | 全年执行数（B） | 预算执行率（B/A×100%）
      ^ | ^ | 年度资金总额： | #500 | #450 | #90
      ^ | ^ | 其中：中央财政资金 | #300 | #300 | #100
      ^ | ^ | 　　　地方资金 | #200 | #150 | #75
      ^ | ^ | 　　　其他资金 | | |
      总体目标完成情况 | 总体目标 | < | < | 全年实际完成情况 | <
      ^ | 完成建设 | < | < | 已完成 | <
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值
      ^ | 产出指标 | 数量指标 | 指标1：建设数量 | ≥3个 | 3个
      ^ | ^ | ^ | 指标2： | |
      ^ | ^ | ^ | …… | |
      ^ | 效益指标 | 社会效益指标 | 受益人数 | ≥1000人 | 1200人
      说明 | 无 | < | < | < | <
      注：1.资金使用单位按项目绩效目标填报。 | < | < | < | < | <`),
  );
  expect([found.kind, found.total, found.grade, found.commonReason]).toEqual(["self-evaluation", null, null, null]);
  expect(headTexts(found)).toEqual({ project: "甲资金", department: "乙部", unit: "丁局" });
  expect(fundTexts(found)).toEqual(["total: ∅ 500 450 | ∅ 90 ∅", "appropriation: ∅ 300 300 | ∅ 100 ∅", "appropriation: ∅ 200 150 | ∅ 75 ∅", "other: ∅   | ∅  ∅"]);
  expect(goalTexts(found)).toEqual({ expected: "完成建设", achieved: "已完成" });
  expect(rowTexts(found)).toEqual(["产出指标/数量指标/建设数量: ≥3个 → 3个, ∅/∅", "效益指标/社会效益指标/受益人数: ≥1000人 → 1200人, ∅/∅"]);
});

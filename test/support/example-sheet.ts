/** Lays an example of a rule out as a sheet, the way the 2024 Shanghai form does: what examples do not mention is right. */
import { type GridCell, type SheetGrid, type WorkbookGrid } from "../../src/model/grid";
import type { Area } from "../../src/model/address";
import { decimal, parseDecimal, plain, sum } from "../../src/model/decimal";
import type { Entry, Example, ExampleFunds, ExampleRow } from "../../src/rules/example";

const DEFAULT_FUNDS: ExampleFunds = { initial: "100", annual: "100", executed: "100", weight: "10", rate: "100.00", score: "10.00" };
const DEFAULT_ROW: Required<ExampleRow> = {
  level1: "产出指标",
  level2: "数量指标",
  name: "培训次数",
  target: "≥4次",
  actual: "4次",
  weight: "40",
  score: "40",
  reason: "无",
};
const DEFAULT_ROWS: readonly ExampleRow[] = [
  {},
  { level1: "效益指标", level2: "社会效益指标", name: "服务能力", target: "提升", actual: "达成指标", weight: "30", score: "30" },
  { level1: "满意度指标", level2: "服务对象满意度指标", name: "学员满意度", target: "≥90%", actual: "95%", weight: "20", score: "20" },
];

class Sheet {
  readonly cells = new Map<string, GridCell>();
  readonly merges: Area[] = [];

  put(row: number, col: number, entry: Entry, format = "General"): void {
    if (typeof entry === "object" && "merged" in entry) {
      this.merges.push({ top: row, left: col, bottom: row + entry.merged - 1, right: col });
      this.put(row, col, entry.value, format);
      return;
    }
    const text = typeof entry === "string" ? entry : entry.text;
    if (text === "") return;
    const isNumber = typeof entry === "string" && /^-?\d+(\.\d+)?$/.test(text);
    const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
    this.cells.set(`${row},${col}`, {
      row,
      col,
      value: isNumber ? { kind: "number", digits: plain(decimal(text)) } : { kind: "text", text },
      formula: null,
      format: isNumber && places > 0 ? `0.${"0".repeat(places)}` : format,
    });
  }

  grid(): SheetGrid {
    const cells = [...this.cells.values()].sort((a, b) => a.row - b.row || a.col - b.col);
    return { name: "示例", visibility: "visible", protected: false, cells, merges: this.merges };
  }
}

export function exampleGrid(example: Example): WorkbookGrid {
  return { sheets: [example, ...(example.beside ?? [])].map((form, i) => ({ ...sheetOf(form), name: i === 0 ? "示例" : `示例${i + 1}` })) };
}

function sheetOf(example: Example): SheetGrid {
  return example.kind === "target-declaration" ? declaration(example) : evaluation(example);
}

function evaluation(example: Example): SheetGrid {
  const sheet = new Sheet();
  head(sheet, "财政项目支出绩效自评表", example);
  const funds = { ...DEFAULT_FUNDS, ...example.funds };
  sheet.put(5, 1, example.fundsTitle ?? `项目资金（${example.unit ?? "万元"}）`);
  ["年初预算数", "全年预算数", "全年执行数", "分数", example.rateHeader ?? "执行率(%)", "得分"].forEach((text, i) => sheet.put(5, 3 + i, text));
  fundRow(sheet, 6, "年度资金总额：", funds);
  const parts = example.parts ?? [];
  parts.forEach((part, i) => fundRow(sheet, 7 + i, part.label, { initial: "", annual: "", executed: "", weight: "-", rate: "", score: "-", ...part }));
  let row = 7 + parts.length;
  sheet.put(row, 1, "年度总体目标");
  sheet.put(row, 2, "预期目标");
  sheet.put(row, 5, "实际完成情况");
  sheet.put(row + 1, 2, example.goals?.expected ?? "按计划完成年度培训任务，提升服务能力");
  sheet.put(row + 1, 5, example.goals?.achieved ?? "全年举办培训 4 次，服务能力得到提升");
  row += 2;
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"].forEach((text, i) => sheet.put(row, 1 + i, text));
  const rows = (example.rows ?? DEFAULT_ROWS).map((given) => ({ ...DEFAULT_ROW, ...given }));
  for (const given of rows) {
    row++;
    [given.level1, given.level2, given.name, given.target, given.actual].forEach((text, i) => sheet.put(row, 1 + i, { text }));
    sheet.put(row, 6, given.weight);
    sheet.put(row, 7, given.score);
    sheet.put(row, 8, { text: given.reason });
  }
  row++;
  sheet.put(row, 1, "总分");
  sheet.put(row, 6, example.total?.weight ?? added([funds.weight, ...rows.map((given) => given.weight)]));
  sheet.put(row, 7, example.total?.score ?? added([funds.score, ...rows.map((given) => given.score)]));
  if (example.gradeLabel !== null) {
    sheet.put(row + 1, 1, example.gradeLabel ?? "评分等级");
    if (example.grade !== undefined) sheet.put(row + 1, 6, example.grade);
  }
  return sheet.grid();
}

function head(sheet: Sheet, title: string, example: Example): void {
  sheet.put(1, 1, title);
  sheet.put(2, 1, `（${example.year ?? 2024}年度）`);
  sheet.put(3, 1, "项目名称");
  sheet.put(3, 3, example.head?.project ?? "示例培训项目");
  sheet.put(4, 1, "主管部门");
  sheet.put(4, 3, example.department ?? "上海市示例区卫生健康委员会");
  sheet.put(4, 5, "实施单位");
  sheet.put(4, 6, example.head?.unit ?? "示例中心");
}

function fundRow(sheet: Sheet, row: number, label: string, funds: ExampleFunds): void {
  sheet.put(row, 2, label);
  [funds.initial, funds.annual, funds.executed, funds.weight, funds.rate, funds.score].forEach((entry, i) => sheet.put(row, 3 + i, entry));
}

/** The sum of what reads as a number, as people enter it. */
function added(entries: readonly Entry[]): string {
  const text = (entry: Entry): string => (typeof entry === "string" ? entry : "merged" in entry ? entry.value : entry.text);
  return sum(entries.flatMap((entry) => parseDecimal(text(entry)) ?? [])).toFixed(2);
}

function declaration(example: Example): SheetGrid {
  const sheet = new Sheet();
  const given = example.head ?? {};
  sheet.put(1, 1, "财政项目支出绩效目标申报表");
  sheet.put(2, 1, `（${example.year ?? 2024}年度）`);
  const year = example.year ?? 2024;
  const pairs: readonly (readonly [string, string, string, string])[] = [
    ["项目名称", given.project ?? "示例培训项目", "项目性质", given.nature ?? "经常性项目"],
    ["主管部门", example.department ?? "上海市示例区卫生健康委员会", "实施单位", given.unit ?? "示例中心"],
    ["计划开始日期", given.start ?? `${year}-01-01`, "计划完成日期", given.end ?? `${year}-12-31`],
  ];
  pairs.forEach(([label, value, label2, value2], i) => {
    sheet.put(3 + i, 1, label);
    sheet.put(3 + i, 2, { text: value });
    sheet.put(3 + i, 4, label2);
    sheet.put(3 + i, 5, { text: value2 });
  });
  sheet.put(3, 6, "项目类别");
  sheet.put(3, 7, { text: given.category ?? "特定目标类" });
  if (given.plan !== undefined) {
    sheet.put(5, 6, "项目实施计划");
    sheet.put(5, 7, { text: given.plan });
  }
  const declared = { projectTotal: "", projectFiscal: "", projectOther: "", total: "800000", appropriation: "800000", carryOver: "", other: "", ...example.declared };
  sheet.put(6, 1, `项目资金（${example.unit ?? "元"}）`);
  const left = [["项目资金总额", declared.projectTotal], ["其中：财政资金", declared.projectFiscal], ["", ""], ["其他资金", declared.projectOther]] as const;
  const right = [["年度资金申请总额", declared.total], ["其中：当年财政拨款", declared.appropriation], ["上年结转资金", declared.carryOver], ["其他资金", declared.other]] as const;
  left.forEach(([label, value], i) => {
    sheet.put(6 + i, 2, label);
    sheet.put(6 + i, 3, value);
  });
  right.forEach(([label, value], i) => {
    sheet.put(6 + i, 4, label);
    sheet.put(6 + i, 6, value);
  });
  sheet.put(10, 1, "项目绩效目标");
  sheet.put(10, 2, "项目总目标");
  sheet.put(10, 4, "年度总体目标");
  sheet.put(11, 2, example.goals?.overall ?? "");
  sheet.put(11, 4, example.goals?.annual ?? "按计划完成年度培训任务，提升服务能力");
  ["绩效指标", "一级指标", "二级指标", "三级指标", "", "年度(/项目)指标值"].forEach((text, i) => sheet.put(12, 1 + i, text));
  (example.rows ?? DECLARED_ROWS).forEach((row, i) => {
    const full = { ...DEFAULT_ROW, ...row };
    [full.level1, full.level2, full.name, "", full.target].forEach((text, col) => sheet.put(13 + i, 2 + col, { text }));
  });
  return sheet.grid();
}

const DECLARED_ROWS: readonly ExampleRow[] = [
  { level1: "成本指标", level2: "经济成本指标", name: "项目总成本", target: "≤80万元" },
  { level1: "产出指标", level2: "数量指标", name: "培训次数", target: "≥4次" },
  { level1: "产出指标", level2: "质量指标", name: "考核合格率", target: "≥95%" },
  { level1: "产出指标", level2: "时效指标", name: "培训按期完成率", target: "=100%" },
  { level1: "效益指标", level2: "社会效益指标", name: "服务能力", target: "提升" },
  { level1: "满意度指标", level2: "服务对象满意度指标", name: "学员满意度", target: "≥90%" },
];

/** Every sentence that reports and the command line say. Findings speak for themselves (rules/), faults too (host/). */
export const strings = {
  severity: { error: "错误", warning: "需说明", info: "提示" },
  kind: { "self-evaluation": "自评表", "target-declaration": "目标申报表", "performance-target": "目标表" },
  table: { project: "项目", rate: "执行率", total: "总分", grade: "等级", findings: "错误/需说明/提示", kind: "表种" },
  noForms: "没有找到绩效自评表、目标申报表或目标表。",
  noFindings: "没有发现问题。",
  kept: (count: number): string => `已说明并保留 ${count} 项：`,
  keptBecause: (text: string, date: string): string => `——${date} 说明：${text}`,
  unnamed: "（未填项目名称）",
  formsFound: (forms: number): string => `找到 ${forms} 张表`,
  plan: (blanks: number, corrections: number, marks: number): string =>
    blanks + corrections + marks === 0 ? "没有需要写入的单元格。" : `填写空白 ${blanks} 处，更正 ${corrections} 处，标记 ${marks} 处。`,
  written: (path: string): string => `已写出：${path}`,
  sheetWithoutForm: (sheet: string, missing: readonly string[]): string => `工作表“${sheet}”不是绩效表：缺少表头 ${missing.join("、")}`,
  policy: (why: string): string => `计分口径：${why}`,
  report: {
    title: "绩效自评复核报告",
    made: (when: string): string => `生成时间：${when}`,
    workbook: "工作簿",
    forms: "表数",
    cell: "单元格",
    before: "原值",
    after: "新值",
    blank: "空白",
    corrections: (count: number): string => `需要更正 ${count} 个单元格：`,
    blanks: (count: number): string => `另有 ${count} 个空白单元格按规则填写。`,
    source: (document: string): string => `依据：${document}`,
  },
  progress: (done: number, all: number, name: string): string => `[${done}/${all}] ${name}`,
  summary: (workbooks: number, forms: number, errors: number, warnings: number, infos: number, faults: number): string =>
    `合计：${workbooks} 个工作簿，${forms} 张表，错误 ${errors}，需说明 ${warnings}，提示 ${infos}${faults > 0 ? `；${faults} 个文件没有读成` : ""}`,
} as const;

/** Workbooks of any number of forms, 456 cells each: one form a sheet, texts in shared strings, as Excel writes them. */
import { zipSync, strToU8, type Zippable } from "fflate";

const COLUMNS = ["A", "B", "C", "D", "E", "F", "G", "H"];
const INDICATORS = 43;

class Strings {
  private readonly indexes = new Map<string, number>();
  index(text: string): number {
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }
  xml(): string {
    const items = [...this.indexes.keys()].map((text) => `<si><t xml:space="preserve">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Names differ from form to form, as those of real units do; what they say is in order, so that findings are few. */
const LEVELS = [
  ["成本指标", "经济成本指标", 2, ["培训单价", "资料单价"], "≤", "元/份"],
  ["产出指标", "数量指标", 12, ["培训次数", "报告份数", "服务人次", "检查家数", "资料本数"], "≥", "次"],
  ["", "质量指标", 5, ["培训合格率", "报告通过率"], "≥", "%"],
  ["", "时效指标", 4, ["工作完成及时率", "报告提交及时率"], "≥", "%"],
  ["效益指标", "社会效益指标", 11, ["政策知晓率", "服务覆盖率", "居民受益率"], "≥", "%"],
  ["满意度指标", "服务对象满意度指标", 9, ["学员满意度", "居民满意度", "单位满意度"], "≥", "%"],
] as const;

type Cell = string | number | null;

/** `blank`: leave the computed cells empty, as on a draft. */
export function generateWorkbook(forms: number, blank: boolean): Uint8Array {
  const strings = new Strings();
  const files: Zippable = {};
  const sheets = Array.from({ length: forms }, (_, i) => i + 1);
  for (const n of sheets) files[`xl/worksheets/sheet${n}.xml`] = strToU8(sheetXml(n, blank, strings));
  files["[Content_Types].xml"] = strToU8(
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${sheets.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
  );
  files["_rels/.rels"] = strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  files["xl/workbook.xml"] = strToU8(`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((n) => `<sheet name="表${n}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`);
  files["xl/_rels/workbook.xml.rels"] = strToU8(
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  );
  files["xl/styles.xml"] = strToU8(
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10.5"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  files["xl/sharedStrings.xml"] = strToU8(strings.xml());
  return zipSync(files, { level: 6 });
}

function sheetXml(n: number, blank: boolean, strings: Strings): string {
  const { rows, merges } = formRows(n, blank);
  const data = rows.map((cells, i) => {
    const row = i + 1;
    return `<row r="${row}">${COLUMNS.map((column, c) => cellXml(`${column}${row}`, cells[c] ?? null, strings)).join("")}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:H${rows.length}"/><sheetData>${data.join("")}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`;
}

function cellXml(ref: string, value: Cell, strings: Strings): string {
  if (value === null) return `<c r="${ref}" s="0"/>`;
  return typeof value === "number" ? `<c r="${ref}" s="1"><v>${value}</v></c>` : `<c r="${ref}" s="0" t="s"><v>${strings.index(value)}</v></c>`;
}

function formRows(n: number, blank: boolean): { rows: Cell[][]; merges: string[] } {
  const given = (value: Cell): Cell => (blank ? null : value);
  const rows: Cell[][] = [
    ["财政项目支出绩效自评表"],
    ["（2024年度）"],
    ["项目名称", null, `第${n}号专项工作经费`],
    ["主管部门", null, "上海市示例区卫生健康委员会", null, "实施单位", `示例单位${n % 50}`],
    ["项目资金\n（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分"],
    [null, "年度资金总额：", 112.96, 109.32, 106.97, 10, given(97.85), given(9.79)],
    [null, "其中：当年财政拨款", 112.96, 109.32, 106.97, "-", 97.85, "-"],
    [null, "上年结转资金", 0, 0, 0, "-", 0, "-"],
    [null, "其他资金", 0, 0, 0, "-", 0, "-"],
    ["年度总体目标", "预期目标", null, null, "实际完成情况"],
    [null, `完成第${n}号专项的各项任务`, null, null, `第${n}号专项的任务已全部完成`],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ];
  let made = 0;
  let top1 = 0;
  const merges = ["A1:H1", "A2:H2", "A3:B3", "C3:H3", "A5:A9", "A10:A11"];
  for (const [level1, level2, count, nouns, operator, unit] of LEVELS) {
    const top = rows.length + 1;
    if (level1 !== "") {
      if (top1 > 0) merges.push(`A${top1}:A${top - 1}`);
      top1 = top;
    }
    for (let i = 0; i < count; i++) {
      const weight = made < 41 ? 2 : 4;
      const words = made % 5 === 4 && unit !== "%";
      const name = `${n}号项目第${i + 1}批${nouns[i % nouns.length] ?? ""}`;
      rows.push([i === 0 && level1 !== "" ? level1 : null, i === 0 ? level2 : null, name, words ? "按期完成" : `${operator}${made + 40}.00(${unit})`, words ? "达成指标" : `${made + 40}.00(${unit})`, weight, given(weight), "无"]);
      made++;
    }
    merges.push(`B${top}:B${rows.length}`);
  }
  merges.push(`A${top1}:A${rows.length}`);
  if (made !== INDICATORS) throw new Error(`made ${made} rows`);
  rows.push(["总分", null, null, null, null, 100, given(99.79)], ["评分等级", null, null, null, null, given("优")]);
  merges.push(`A${rows.length - 1}:E${rows.length - 1}`, `A${rows.length}:E${rows.length}`, `F${rows.length}:H${rows.length}`);
  return { rows, merges };
}

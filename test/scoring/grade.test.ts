import { decimal } from "../../src/model/decimal";
import type { GradeField } from "../../src/model/form";
import type { Policy } from "../../src/policy/policy";
import { GRADES, gradeOf, gradesIn, tick } from "../../src/scoring/grade";
import { field, national } from "./build";

/** As layout/ tells the two styles apart. */
const cell = (text: string): GradeField => ({ ...field(text), style: /[□☐☑☒■√✓✔]/.test(text) && /[优良中差]/.test(text) ? "boxes" : "word" });

test.each([
  ["100", "优"], ["90.00", "优"], ["90", "优"], ["89.99", "良"], ["80", "良"], ["79.99", "中"], ["60", "中"], ["59.99", "差"], ["0", "差"],
])("S19: %s is %s", (total, grade) => expect(gradeOf(decimal(total), national)).toBe(grade));

test("S19: limits are the policy's", () => {
  const province: Policy = { ...national, grades: { ...national.grades, limits: { 优: "80", 良: "70", 中: "60" } } };
  expect(["80", "79.99", "70", "69.99"].map((total) => gradeOf(decimal(total), province))).toEqual(["优", "良", "良", "中"]);
});

test.each([
  ["优", ["优"]], ["优秀", ["优"]], [" 优 ", ["优"]], ["“良好”", ["良"]], ["中等", ["中"]], ["较差", ["差"]], ["评分等级：优", ["优"]], ["优（97.5分）", ["优"]], ["96分，优", ["优"]], ["良\n好", ["良"]],
  ["", []], ["合格", []], ["一般", []], ["优、良、中、差", []], ["优/良/中/差", []], ["96", []], ["√", []], ["中央财政", []],
])("S19: the word %j names %j", (text, grades) => expect(gradesIn(cell(text))).toEqual(grades));

const PRINTED = "□优（90含-100分）\n□良（80含-90分）\n□中（60含-80分）\n□差（60分以下）";

test.each([
  [PRINTED, [], PRINTED.replace("□中", "☑中")],
  ["☑优 □良 □中 □差", ["优"], "□优 □良 ☑中 □差"],
  ["☑ 优 □ 良 □ 中 □ 差", ["优"], "□ 优 □ 良 ☑ 中 □ 差"],
  ["□\n优　☑\n良　□\n中　□\n差", ["良"], "□\n优　□\n良　☑\n中　□\n差"],
  ["☐优 ☒良 ☐中 ☐差", ["良"], "☐优 ☐良 ☑中 ☐差"],
  ["■优□良□中□差", ["优"], "□优□良☑中□差"],
  ["√优 □良 □中 □差", ["优"], "□优 □良 ☑中 □差"],
  ["优□ 良☑ 中□ 差□", ["良"], "优□ 良□ 中☑ 差□"],
  ["优 ☑ 良 □ 中 □ 差 □", ["优"], "优 □ 良 □ 中 ☑ 差 □"],
  ["优（90含-100分）□ 良（80含-90分）√ 中（60-80分）□ 差（60分以下）□", ["良"], "优（90含-100分）□ 良（80含-90分）□ 中（60-80分）☑ 差（60分以下）□"],
  ["（√）优（ ）良（ ）中（ ）差", ["优"], "（ ）优（ ）良（√）中（ ）差"],
  ["( √ )优秀  ( )良好 ( )中等 ( )差", ["优"], "( )优秀  ( )良好 (√)中等 ( )差"],
  ["优(√) 良( ) 中( ) 差( )", ["优"], "优( ) 良( ) 中(√) 差( )"],
  ["优（）良（）中（）差（）", [], "优（）良（）中（√）差（）"],
  ["[√]优 [ ]良 [ ]中 [ ]差", ["优"], "[ ]优 [ ]良 [√]中 [ ]差"],
  ["（□）优（☑）良（□）中（□）差", ["良"], "（□）优（□）良（☑）中（□）差"],
  ["○优 ●良 ○中 ○差", ["良"], "○优 ○良 ●中 ○差"],
  ["√优 良 中 差", ["优"], "优 良 √中 差"],
  ["优√ 良 中 差", ["优"], "优 良 中√ 差"],
  ["优 √良 中 差", ["良"], "优 良 √中 差"],
  ["☑优 ☑良 □中 □差", ["优", "良"], "□优 □良 ☑中 □差"],
  ["□优 □良 ☑中 □差", ["中"], "□优 □良 ☑中 □差"],
  ["□优 ☑良", ["良"], "□优 ☑良"],
])("S19: boxes %j name %j, and 中 ticked is %j", (text, grades, ticked) => {
  expect(gradesIn(cell(text))).toEqual(grades);
  expect(tick(text, "中")).toBe(ticked);
});

test("S19: whatever is ticked is read back, and ticking twice is ticking once", () => {
  const notations = [PRINTED, "☑优 ☑良 □中 □差", "（√）优（ ）良（ ）中（ ）差", "优□ 良□ 中□ 差□", "优√ 良 中 差", "√优 良 中 差", "优（）良（）中（）差（）", "○优 ○良 ○中 ●差"];
  for (const text of notations) {
    for (const grade of GRADES) {
      const once = tick(text, grade);
      expect([text, gradesIn(cell(once))]).toEqual([text, [grade]]);
      expect(tick(once, grade)).toBe(once);
    }
  }
});

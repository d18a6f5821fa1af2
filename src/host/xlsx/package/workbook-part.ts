/** The workbook part: which sheets there are, in which order, and in which parts they live. */
import type { SheetVisibility } from "../../../model/grid";
import * as faults from "../faults";
import { attribute, isTrue, parseTree, relationshipId, type XmlElement } from "../xml/tree";
import { CONTENT_TYPES_PART, ContentTypes } from "./content-types";
import type { Parts } from "./parts";

export interface SheetEntry {
  readonly name: string;
  /** Stays when a sheet is renamed or moved. */
  readonly sheetId: string;
  readonly part: string;
  readonly visibility: SheetVisibility;
}

export interface WorkbookPart {
  readonly part: string;
  /** Worksheets only: chart and dialog sheets have no cells. */
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  readonly customXmlParts: readonly string[];
}

/** Throws FaultError: `unsupported-format` for other documents in a zip, `damaged` where something is missing. */
export function readWorkbookPart(parts: Parts): WorkbookPart {
  const part = findWorkbook(parts);
  const root = parseTree(parts.text(part), part);
  if (root.name !== "workbook") throw faults.damagedPart(part, "的内容不对（应为 workbook）");
  const own = (parent: XmlElement | undefined, name: string): XmlElement[] => parent?.children.filter((c) => c.name === name && c.uri === root.uri) ?? [];

  const relationships = parts.relationships(part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  const names = new Set<string>();
  const contents = new Set<string>();
  for (const sheet of own(own(root, "sheets")[0], "sheet")) {
    const name = attribute(sheet, "name") ?? "";
    const relationship = byId.get(relationshipId(sheet) ?? "");
    if (!relationship || relationship.target === null) throw faults.damagedPart(part, `没有指明工作表“${name}”的内容在哪里`);
    if (relationship.kind !== "worksheet") continue;
    if (!parts.has(relationship.target)) throw faults.damagedPart(relationship.target, `缺失（工作表“${name}”）`);
    const content = parts.spelled(relationship.target);
    // One part under twenty thousand names is how a small file takes for ever; one name twice leaves open which is meant.
    if (names.has(name) || contents.has(content)) throw faults.damagedPart(part, `把工作表“${name}”列了两次`);
    names.add(name);
    contents.add(content);
    sheets.push({ name, sheetId: attribute(sheet, "sheetId") ?? "", part: content, visibility: visibilityOf(attribute(sheet, "state")) });
  }
  const target = (kind: string): string | null => {
    const found = relationships.find((relationship) => relationship.kind === kind)?.target ?? null;
    return found !== null && parts.has(found) ? parts.spelled(found) : null;
  };
  const properties = own(root, "workbookPr")[0];
  return {
    part,
    sheets,
    date1904: properties !== undefined && isTrue(attribute(properties, "date1904")),
    stylesPart: target("styles"),
    stringsPart: target("sharedStrings"),
    customXmlParts: relationships.flatMap((r) => (r.kind === "customXml" && r.target !== null && parts.has(r.target) ? [parts.spelled(r.target)] : [])),
  };
}

function visibilityOf(state: string | null): SheetVisibility {
  return state === "hidden" ? "hidden" : state === "veryHidden" ? "very-hidden" : "visible";
}

function findWorkbook(parts: Parts): string {
  if (!parts.has(CONTENT_TYPES_PART)) throw otherArchive(parts);
  const target = parts.relationships("").find((relationship) => relationship.kind === "officeDocument")?.target;
  if (target === undefined || target === null) throw otherArchive(parts);
  const type = new ContentTypes(parts.text(CONTENT_TYPES_PART)).of(target);
  if (/sheet\.binary/i.test(type) || /\.bin$/i.test(target)) throw faults.notAWorkbook("这是二进制工作簿（.xlsb）");
  if (/wordprocessingml/i.test(type) || /^word\//i.test(target)) throw faults.notAWorkbook("这是 Word 文档，不是工作簿", "请选择 .xlsx 文件");
  if (/presentationml/i.test(type) || /^ppt\//i.test(target)) throw faults.notAWorkbook("这是 PowerPoint 演示文稿，不是工作簿", "请选择 .xlsx 文件");
  if (!parts.has(target)) throw faults.damagedPart(target, "缺失");
  return parts.spelled(target);
}

/** A zip that is no Office package: say what it is where that is easy. */
function otherArchive(parts: Parts): Error {
  if (parts.has("mimetype") && parts.has("content.xml")) return faults.notAWorkbook("这是 OpenDocument 文档（.ods），不是 .xlsx");
  if (parts.has("Index/Document.iwa") || parts.has("Index.zip")) return faults.notAWorkbook("这是 Numbers 表格，不是 .xlsx", "请在 Numbers 中导出为 .xlsx 后再试");
  const inside = parts.archive.names().find((name) => /\.(xlsx|xlsm|xls|et)$/i.test(name));
  if (inside !== undefined) return faults.notAWorkbook("这是压缩包，里面才是工作簿", "请先解压，再选择其中的 .xlsx 文件");
  return faults.notAWorkbook("这是压缩包，不是工作簿", "请选择 .xlsx 文件");
}

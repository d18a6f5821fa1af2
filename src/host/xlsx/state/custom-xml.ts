/** Our custom XML part and everything that a package wants to know of it. */
import type { Parts } from "../package/parts";
import { relationshipsPart, relativeTarget, resolveTarget } from "../package/relationships";
import { CONTENT_TYPES_PART, ContentTypes } from "../package/content-types";
import { outlineOf, type Child } from "../xml/outline";
import { spliced } from "../xml/splice";
import { attributeOf } from "../xml/tags";
import { STATE_NAMESPACE } from "../../../model/workbook-state";

/** Fixed: the same review gives the same bytes, and there is one such part in a workbook. */
const ITEM_ID = "{6A1D3B5E-7C42-4F0B-9E61-5D2C8A90B7F4}";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** New texts of parts, null for a part that goes. */
export type PartChanges = Map<string, string | null>;

/** A relationship for the workbook part (or another) whose target lies in the package. */
export function addRelationship(text: string, part: string, kind: string, target: string, strict: boolean): string {
  const rels = relationshipsPart(part);
  const outline = outlineOf(text, rels, "Relationships");
  const ids = new Set(outline.children.map((child) => attributeOf(text.slice(child.start, child.end), rels, "Id")));
  let n = outline.children.length + 1;
  while (ids.has(`rId${n}`)) n++;
  const type = `${strict ? OFFICE_STRICT : `${OFFICE}`}/relationships/${kind}`;
  return appended(text, rels, "Relationships", `<${outline.prefix}Relationship Id="rId${n}" Type="${type}" Target="${relativeTarget(part, target)}"/>`);
}

export function addOverride(text: string, part: string, type: string): string {
  const outline = outlineOf(text, CONTENT_TYPES_PART, "Types");
  return appended(text, CONTENT_TYPES_PART, "Types", `<${outline.prefix}Override PartName="/${part}" ContentType="${type}"/>`);
}

/** Adds our part to the package. The changes already made to the parts concerned are taken up from `changes`. */
export function addStatePart(parts: Parts, workbook: string, xml: string, changes: PartChanges): void {
  let n = 1;
  while (parts.has(`customXml/item${n}.xml`) || parts.has(`customXml/itemProps${n}.xml`)) n++;
  const item = `customXml/item${n}.xml`;
  const properties = `customXml/itemProps${n}.xml`;
  const strict = isStrict(parts, workbook);
  const base = strict ? OFFICE_STRICT : OFFICE;
  changes.set(item, xml);
  changes.set(
    properties,
    `${HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${base}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  changes.set(
    relationshipsPart(item),
    `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" Type="${base}/relationships/customXmlProps" Target="itemProps${n}.xml"/></Relationships>`,
  );
  const rels = parts.spelled(relationshipsPart(workbook));
  changes.set(rels, addRelationship(changes.get(rels) ?? parts.text(rels), workbook, "customXml", item, strict));
  const types = parts.spelled(CONTENT_TYPES_PART);
  let text = changes.get(types) ?? parts.text(types);
  if (new ContentTypes(text).of(item) === "") text = addOverride(text, item, "application/xml");
  changes.set(types, addOverride(text, properties, PROPERTIES_TYPE));
}

/** Takes our part and all mention of it out of the package. */
export function removeStatePart(parts: Parts, workbook: string, item: string, changes: PartChanges): void {
  const gone = [item];
  for (const { target } of parts.relationships(item)) if (target !== null && parts.has(target)) gone.push(parts.spelled(target));
  const itemRels = relationshipsPart(item);
  if (parts.has(itemRels)) changes.set(parts.spelled(itemRels), null);
  for (const part of gone) changes.set(part, null);
  const names = new Set(gone.map((part) => part.toLowerCase()));
  const rels = parts.spelled(relationshipsPart(workbook));
  changes.set(
    rels,
    without(changes.get(rels) ?? parts.text(rels), rels, "Relationships", (tag) => {
      const target = attributeOf(tag, rels, "Target");
      return target !== null && attributeOf(tag, rels, "TargetMode") !== "External" && names.has(resolveTarget(workbook, target).toLowerCase());
    }),
  );
  const types = parts.spelled(CONTENT_TYPES_PART);
  changes.set(
    types,
    without(changes.get(types) ?? parts.text(types), types, "Types", (tag) => names.has((attributeOf(tag, types, "PartName") ?? "").replace(/^\//, "").toLowerCase())),
  );
}

export function isStrict(parts: Parts, workbook: string): boolean {
  return parts.relationships(workbook).some(({ type }) => type.startsWith("http://purl.oclc.org/"));
}

function appended(text: string, part: string, root: string, child: string): string {
  const outline = outlineOf(text, part, root);
  if (outline.contentEnd >= 0) return spliced(text, [{ start: outline.contentEnd, end: outline.contentEnd, text: child }]);
  const open = text.slice(outline.rootStart, outline.rootOpenEnd).replace(/\s*\/>$/, ">");
  return spliced(text, [{ start: outline.rootStart, end: outline.rootOpenEnd, text: `${open}${child}</${outline.prefix}${root}>` }]);
}

function without(text: string, part: string, root: string, gone: (tag: string) => boolean): string {
  const children: readonly Child[] = outlineOf(text, part, root).children;
  return spliced(
    text,
    children.filter((child) => gone(text.slice(child.start, child.end))).map(({ start, end }) => ({ start, end, text: "" })),
  );
}


/** Which part leads to which: `_rels/*.rels`. */
import { attribute, parseTree } from "../xml/tree";

export interface Relationship {
  readonly id: string;
  /** The last step of the type's address ("worksheet"): the same in transitional and strict files. */
  readonly kind: string;
  readonly type: string;
  /** The part it leads to; null for something outside the package. */
  readonly target: string | null;
}

/** The relationships part of a part; of the package itself for "". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function parseRelationships(text: string, part: string): Relationship[] {
  return parseTree(text, relationshipsPart(part))
    .children.filter((child) => child.name === "Relationship")
    .map((child) => {
      const type = attribute(child, "Type") ?? "";
      const external = attribute(child, "TargetMode") === "External";
      return {
        id: attribute(child, "Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        type,
        target: external ? null : resolveTarget(part, attribute(child, "Target") ?? ""),
      };
    });
}

/** "/xl/styles.xml" from the root, "styles.xml" and "../customXml/item1.xml" from the part's folder. */
export function resolveTarget(part: string, target: string): string {
  const path = unescapeUri(target.replace(/\\/g, "/"));
  const steps = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** How a relationship of `part` names `target`, relative as Excel writes it. */
export function relativeTarget(part: string, target: string): string {
  const from = part.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

function unescapeUri(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: then it is meant as it stands.
    return path;
  }
}

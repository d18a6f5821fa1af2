/** `[Content_Types].xml`: what each part is. */
import { attribute, parseTree } from "../xml/tree";

export const CONTENT_TYPES_PART = "[Content_Types].xml";

export class ContentTypes {
  private readonly byPart = new Map<string, string>();
  private readonly byExtension = new Map<string, string>();

  constructor(text: string) {
    for (const child of parseTree(text, CONTENT_TYPES_PART).children) {
      const type = attribute(child, "ContentType") ?? "";
      const part = attribute(child, "PartName");
      const extension = attribute(child, "Extension");
      if (child.name === "Override" && part !== null) this.byPart.set(part.replace(/^\//, "").toLowerCase(), type);
      if (child.name === "Default" && extension !== null) this.byExtension.set(extension.toLowerCase(), type);
    }
  }

  /** "" if nothing is said about the part. */
  of(part: string): string {
    const name = part.toLowerCase();
    return this.byPart.get(name) ?? this.byExtension.get(name.slice(name.lastIndexOf(".") + 1)) ?? "";
  }
}

/** The package: parts as text, and where they lead. */
import type { ZipArchive } from "../zip/archive";
import { decodePart, encodePart, type PartForm } from "../xml/decode";
import { parseRelationships, type Relationship, relationshipsPart } from "./relationships";

const NEW_PART: PartForm = { encoding: "utf-8", mark: false };

export class Parts {
  private readonly relationshipsOf = new Map<string, readonly Relationship[]>();
  private readonly forms = new Map<string, PartForm>();

  constructor(readonly archive: ZipArchive) {}

  has(part: string): boolean {
    return this.archive.find(part) !== undefined;
  }

  /** The part's name as the archive spells it. */
  spelled(part: string): string {
    return this.archive.find(part) ?? part;
  }

  /** Throws FaultError `damaged` if the part is missing or no text. Not kept: large parts are read anew when they are needed. */
  text(part: string): string {
    const { text, encoding, mark } = decodePart(this.archive.read(part), part);
    this.forms.set(part, { encoding, mark });
    return text;
  }

  /** A new text of a part as bytes, in the encoding of the old one. */
  encode(part: string, text: string): Uint8Array {
    if (!this.forms.has(part) && this.has(part)) this.text(part);
    return encodePart({ ...(this.forms.get(part) ?? NEW_PART), text });
  }

  /** None if the part has no relationships. */
  relationships(part: string): readonly Relationship[] {
    let found = this.relationshipsOf.get(part);
    if (!found) {
      const rels = relationshipsPart(part);
      found = this.has(rels) ? parseRelationships(this.text(rels), part) : [];
      this.relationshipsOf.set(part, found);
    }
    return found;
  }
}

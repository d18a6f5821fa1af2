/** The package: parts as text, and where they lead. */
import type { ZipArchive } from "../zip/archive";
import { decodePart, type PartText } from "../xml/decode";
import { parseRelationships, type Relationship, relationshipsPart } from "./relationships";

export class Parts {
  private readonly relationshipsOf = new Map<string, readonly Relationship[]>();

  constructor(readonly archive: ZipArchive) {}

  has(part: string): boolean {
    return this.archive.find(part) !== undefined;
  }

  /** The part's name as the archive spells it. */
  spelled(part: string): string {
    return this.archive.find(part) ?? part;
  }

  /** Throws FaultError `damaged` if the part is missing or no text. Not kept: large parts are read anew when they are needed. */
  read(part: string): PartText {
    return decodePart(this.archive.read(part), part);
  }

  text(part: string): string {
    return this.read(part).text;
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

/** Our custom XML part as text: read tolerantly, written the same way by every host. */
import { FaultError } from "../../../model/fault";
import { type OwnState, ownStateSchema, STATE_NAMESPACE } from "../../../model/workbook-state";
import { escapeText } from "../xml/text";
import { parseTree } from "../xml/tree";

/** Null for a part of somebody else's, and for one of ours that cannot be understood: then there is no state. */
export function parseOwnState(text: string, part: string): OwnState | null {
  if (!text.includes(STATE_NAMESPACE)) return null;
  try {
    const root = parseTree(text, part);
    if (root.uri !== STATE_NAMESPACE || root.name !== "state") return null;
    const parsed = ownStateSchema.safeParse(JSON.parse(root.text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    // Custom XML is nobody's business but its writer's: a broken one does not spoil the workbook.
    if (error instanceof FaultError || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function ownStateXml(state: OwnState): string {
  // JSON escapes lone surrogates and control characters, but not the two that XML cannot hold besides.
  const json = JSON.stringify(state).replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<state xmlns="${STATE_NAMESPACE}">${escapeText(json)}</state>`;
}

/** Tells texts apart; not against forgery. FNV-1a twice, and the length. */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x85ebca6b);
  }
  return `${text.length}:${(a >>> 0).toString(16)}${(b >>> 0).toString(16).padStart(8, "0")}`;
}

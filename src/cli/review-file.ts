/** One workbook from disk to disk: read, review, write the copy. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { openWorkbook } from "../host/xlsx/open";
import { showNumber } from "../host/xlsx/show-number";
import { type Fault, FaultError } from "../model/fault";
import type { WorkbookReview } from "../model/review";
import type { KeptFinding } from "../model/finding";
import type { ScoreMode } from "../model/settings";
import { sortFindings } from "../review/ignored";
import { review } from "../review/review";
import { errorCode } from "./error-code";
import { nodeCodec } from "./node-codec";
import { strings } from "./strings.zh-CN";

export type FileResult =
  /** `kept` are the findings that the workbook has answered for; they are none of the review's any more. */
  { readonly review: WorkbookReview; readonly kept: readonly KeptFinding[]; readonly fault: null } | { readonly review: null; readonly fault: Fault };

/** What the command's words say; null leaves it to the workbook's own settings. */
export interface Wishes {
  readonly policy: string | null;
  readonly scores: ScoreMode | null;
}

/** A file larger than this is refused unread; the package's own limits follow once it is open. */
const MAX_MEGABYTES = 256;

/** `output` is the path of the copy, null for none. Never throws: what goes wrong is the result's fault. */
export function reviewFile(path: string, wishes: Wishes, output: string | null): FileResult {
  try {
    const workbook = openWorkbook(readBytes(path), { codec: nodeCodec });
    const state = workbook.readState();
    const settings = { ...state.settings, policy: wishes.policy ?? state.settings.policy, scores: wishes.scores ?? state.settings.scores };
    const result = review(workbook.grid(), { settings, showNumber });
    const { active, kept } = sortFindings(result.findings, state.ignored);
    if (output !== null) {
      workbook.apply(result.plan);
      writeBytes(output, workbook.save());
    }
    return { review: { ...result, findings: active }, kept, fault: null };
  } catch (error) {
    return { review: null, fault: toFault(path, error) };
  }
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MAX_MEGABYTES * 1024 * 1024) throw new FaultError("too-large", strings.tooLarge(path, MAX_MEGABYTES));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    const code = errorCode(error);
    if (code === "ENOENT") throw new FaultError("not-found", strings.notFound(path), { cause: error });
    throw new FaultError("unreadable", strings.unreadable(path, code), { cause: error });
  }
}

function writeBytes(path: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  } catch (error) {
    throw new FaultError("unwritable", strings.unwritable(path, errorCode(error)), { cause: error });
  }
}

/** The adapter's messages do not know the file's name; ours begin with it. */
function toFault(path: string, error: unknown): Fault {
  if (error instanceof FaultError) {
    const { code, message } = error.fault;
    return { code, message: message.startsWith(path) ? message : strings.faultIn(path, message) };
  }
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { code: "internal", message: strings.internal(path, detail) };
}

/** The command: words in, exit code out. Streams are given, so that tests can listen. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { atLeast } from "../model/finding";
import type { WorkbookReview } from "../model/review";
import type { JsonWorkbook } from "../report/json-contract";
import { strings as reportStrings } from "../report/strings.zh-CN";
import { type ReportEntry, reportToHtml } from "../report/to-html";
import { faultToJson, reviewToJson, toJson } from "../report/to-json";
import { reviewToText } from "../report/to-text";
import { type Arguments, type FailOn, readArguments, UsageError } from "./arguments";
import { errorCode } from "./error-code";
import { findInputs, type Input } from "./inputs";
import { reviewFile } from "./review-file";
import { strings } from "./strings.zh-CN";

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Show progress on the error stream: it is a terminal. */
  readonly progress: boolean;
}

export const EXIT = { clean: 0, findings: 1, usage: 2, unread: 3 } as const;

export function run(words: readonly string[], version: string, streams: Streams): number {
  try {
    const command = readArguments(words);
    switch (command.kind) {
      case "help":
        streams.out(`${strings.help}\n`);
        return EXIT.clean;
      case "version":
        streams.out(`${version}\n`);
        return EXIT.clean;
      case "review":
        return reviewAll(command.arguments, streams);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.error(`${error.message}\n`);
    return EXIT.usage;
  }
}

function reviewAll(given: Arguments, streams: Streams): number {
  const inputs = findInputs(given.inputs, given.write);
  const outputs = outputPaths(inputs, given.write);
  const quiet = given.json === "-";
  const results: JsonWorkbook[] = [];
  const entries: ReportEntry[] = [];
  const totals = { forms: 0, error: 0, warning: 0, info: 0, faults: 0, partly: 0, failing: false };
  for (const [i, input] of inputs.entries()) {
    if (streams.progress) streams.error(`${reportStrings.progress(i + 1, inputs.length, input.path)}\n`);
    const output = outputs.get(input) ?? null;
    const result = input.fault ? { review: null, fault: input.fault } : reviewFile(input.path, given, output);
    if (result.fault) {
      totals.faults++;
      streams.error(`${result.fault.message}\n`);
      if (given.json !== null) results.push(faultToJson(input.path, result.fault));
      if (given.report !== null) entries.push({ path: input.path, fault: result.fault });
      continue;
    }
    count(result.review, given.failOn, totals);
    if (given.json !== null) results.push(reviewToJson(input.path, result.review, result.kept));
    if (given.report !== null) entries.push({ path: input.path, review: result.review, kept: result.kept });
    if (!quiet) {
      streams.out(`${reviewToText(input.path, result.review, result.kept, { sheets: given.sheets })}\n`);
      if (output !== null) streams.out(`  ${reportStrings.written(output)}\n`);
      streams.out("\n");
    }
  }
  if (!quiet) streams.out(`${reportStrings.summary(inputs.length, totals.forms, totals.error, totals.warning, totals.info, totals.faults, totals.partly)}\n`);
  const written = [
    given.json === null || writeText(given.json, `${JSON.stringify(toJson(results), null, 2)}\n`, streams),
    given.report === null || writeText(given.report, reportToHtml(entries, new Date().toLocaleString("zh-CN")), streams),
  ];
  if (totals.faults > 0 || written.includes(false)) return EXIT.unread;
  return totals.failing ? EXIT.findings : EXIT.clean;
}

function count(review: WorkbookReview, failOn: FailOn, totals: { forms: number; error: number; warning: number; info: number; partly: number; failing: boolean }): void {
  totals.forms += review.forms.length;
  if (review.unchecked.length > 0) totals.partly++;
  for (const { severity } of review.findings) {
    totals[severity]++;
    if (failOn !== "never" && atLeast(severity, failOn)) totals.failing = true;
  }
}

/** Where each copy goes. Refused before anything is read: a copy over an input, or two copies in one place. */
function outputPaths(inputs: readonly Input[], folder: string | null): Map<Input, string> {
  const outputs = new Map<Input, string>();
  if (folder === null) return outputs;
  const sources = new Set(inputs.map((input) => resolve(input.path)));
  const taken = new Map<string, string>();
  for (const input of inputs) {
    if (input.fault) continue;
    const path = join(folder, input.outputName);
    const absolute = resolve(path);
    if (sources.has(absolute)) throw new UsageError(strings.wouldOverwrite(path));
    const other = taken.get(absolute);
    if (other !== undefined) throw new UsageError(strings.sameOutput(other, input.path));
    taken.set(absolute, input.path);
    outputs.set(input, path);
  }
  return outputs;
}

/** False if the file cannot be written; the reason has been told. */
function writeText(target: string, text: string, streams: Streams): boolean {
  if (target === "-") {
    streams.out(text);
    return true;
  }
  try {
    writeFileSync(target, text);
    return true;
  } catch (error) {
    streams.error(`${strings.unwritable(target, errorCode(error))}\n`);
    return false;
  }
}

/** The command's words. What is off is told in one line, and nothing is done. */
import { parseArgs } from "node:util";
import { policyIds } from "../review/policies";
import { type ScoreMode, scoreModeSchema } from "../model/settings";
import { errorCode, errorMessage } from "./error-code";
import { strings } from "./strings.zh-CN";

export interface Arguments {
  readonly inputs: readonly string[];
  /** "-" is standard output. */
  readonly json: string | null;
  readonly write: string | null;
  /** The printable report. */
  readonly report: string | null;
  /** Null: the workbook's own setting, else "auto" and "keep". */
  readonly policy: string | null;
  readonly scores: ScoreMode | null;
  readonly failOn: FailOn;
  readonly sheets: boolean;
}

export type FailOn = "error" | "warning" | "never";

export type Command = { readonly kind: "help" } | { readonly kind: "version" } | { readonly kind: "review"; readonly arguments: Arguments };

/** The words are off; `message` says which. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const FAIL_ON: readonly FailOn[] = ["error", "warning", "never"];

const OPTIONS = {
  json: { type: "string", multiple: true },
  write: { type: "string", multiple: true },
  report: { type: "string", multiple: true },
  policy: { type: "string", multiple: true },
  scores: { type: "string", multiple: true },
  "fail-on": { type: "string", multiple: true },
  sheets: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

export function readArguments(words: readonly string[]): Command {
  const { values, positionals } = parse(words);
  if (values.help) return { kind: "help" };
  if (values.version) return { kind: "version" };
  const one = (option: "json" | "write" | "report" | "policy" | "scores" | "fail-on"): string | null => {
    const given = values[option] ?? [];
    if (given.length > 1) throw new UsageError(strings.repeated(`--${option}`));
    if (given[0] === "") throw new UsageError(strings.missingValue(`--${option}`));
    return given[0] ?? null;
  };
  if (positionals.length === 0) throw new UsageError(strings.noInput);
  return {
    kind: "review",
    arguments: {
      inputs: positionals,
      json: one("json"),
      write: one("write"),
      report: one("report"),
      policy: optional("--policy", one("policy"), ["auto", ...policyIds()]),
      scores: optional("--scores", one("scores"), scoreModeSchema.options),
      failOn: choice("--fail-on", one("fail-on") ?? "error", FAIL_ON),
      sheets: values.sheets ?? false,
    },
  };
}

function optional<T extends string>(option: string, value: string | null, choices: readonly T[]): T | null {
  return value === null ? null : choice(option, value, choices);
}

function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(strings.badChoice(option, value, choices));
  return found;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const code = errorCode(error);
    const option = /'(-{1,2}[^' =]+)/.exec(errorMessage(error))?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(strings.unknownOption(option), { cause: error });
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new UsageError(strings.missingValue(option), { cause: error });
    throw error;
  }
}

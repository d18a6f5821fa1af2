/** Files and folders as the user names them → the workbooks to review, in a stable order. */
import { readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { type Fault } from "../model/fault";
import { strings } from "./strings.zh-CN";

export interface Input {
  /** As the result names it: the word given, or the folder's word with the path inside it. */
  readonly path: string;
  /** Below the output folder: the file's name, or its path inside the folder given. */
  readonly outputName: string;
  /** Known before opening: no such file, or no workbook in the folder. */
  readonly fault: Fault | null;
}

/** What a folder is searched for. Old and foreign workbooks are listed too, so that their refusal is told, not hidden. */
const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ett|xlsb)$/i;
/** Lock files of Excel and WPS. */
const LOCK = /^(?:~\$|\.~)/;

/** `outputFolder` is left out of the search, so that results of an earlier run are not reviewed as inputs. */
export function findInputs(words: readonly string[], outputFolder: string | null): Input[] {
  const output = outputFolder === null ? null : resolve(outputFolder);
  const found: Input[] = [];
  const seen = new Set<string>();
  for (const word of words) {
    for (const input of expand(word, output)) {
      const absolute = resolve(input.path);
      if (seen.has(absolute)) continue;
      seen.add(absolute);
      found.push(input);
    }
  }
  return found;
}

function expand(word: string, output: string | null): Input[] {
  const state = statSync(word, { throwIfNoEntry: false });
  if (!state) return [{ path: word, outputName: basename(word), fault: { code: "not-found", message: strings.notFound(word) } }];
  if (!state.isDirectory()) return [{ path: word, outputName: basename(word), fault: null }];
  const files = filesIn(word, output).filter((path) => WORKBOOK.test(path));
  if (files.length === 0) return [{ path: word, outputName: "", fault: { code: "not-found", message: strings.emptyFolder(word) } }];
  return files.map((path) => ({ path, outputName: relative(word, path), fault: null }));
}

function filesIn(folder: string, output: string | null): string[] {
  if (resolve(folder) === output) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, output);
    return entry.isFile() && !LOCK.test(entry.name) ? [path] : [];
  });
}

/** The answers as a file: JSON with an answer a line, so that two files can be compared by eye. */
import type { SelfTest } from "../../../model/self-test";
import { runSelfTest } from "./self-test";

/** Runs all of it; throws FaultError in a workbook that is not empty. */
export async function selfTestFile(onProgress: (done: number) => void): Promise<{ readonly name: string; readonly text: string }> {
  const answers = await runSelfTest(onProgress);
  return { name: selfTestFileName(answers), text: selfTestText(answers) };
}

export function selfTestText({ version, excel, sets, answers }: SelfTest): string {
  const lines = Object.entries(answers).map(([id, answer]) => `  ${JSON.stringify(id)}: ${JSON.stringify(answer)}`);
  return `{\n "version": ${version},\n "excel": ${JSON.stringify(excel)},\n "sets": ${JSON.stringify(sets)},\n "answers": {\n${lines.join(",\n")}\n }\n}\n`;
}

/** "excel-PC-16.0.14332.20000.json" */
export function selfTestFileName({ excel }: SelfTest): string {
  return `excel-${excel.platform}-${excel.version}.json`.replace(/[^\w.-]+/g, "-");
}

/** `npm run review`: hands the process's words and streams to run(). */
import { writeSync } from "node:fs";
import { version } from "../../package.json";
import { errorCode } from "./error-code";
import { run } from "./run";

/** Written whole before the process ends, also into a pipe that is read slowly. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, "utf8");
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (errorCode(error) === "EAGAIN") continue;
      // The reader has gone (a closed pager): nobody is left to tell.
      if (errorCode(error) === "EPIPE") return;
      throw error;
    }
  }
}

process.exitCode = run(process.argv.slice(2), version, {
  out: (text) => write(1, text),
  error: (text) => write(2, text),
  progress: process.stderr.isTTY ?? false,
});

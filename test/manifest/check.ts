/** `npm run manifest:check [FILE]`: validates the manifest offline; exit 1 with one line per fault. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkManifest, ROOT } from "./check-manifest";

const file = process.argv[2] ?? join(ROOT, "manifest.xml");

checkManifest(readFileSync(file, "utf8"))
  .then((faults) => {
    process.stdout.write(faults.length === 0 ? `${file}: ok\n` : `${faults.join("\n")}\n`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  });

/**
 * `npm run review`: main.ts and what it imports as one script, made in memory and run at once, so that the review needs no
 * build before it and always runs the sources as they are (docs/decisions/0005). Nothing is written to disk: any number of
 * reviews may start side by side.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { buildSync } from "esbuild";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const { outputFiles } = buildSync({ entryPoints: [main], bundle: true, platform: "node", target: "node20", write: false, logLevel: "warning" });
compileFunction(outputFiles[0].text, ["require"], { filename: `${main}.js` })(createRequire(main));

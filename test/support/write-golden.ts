/** Writes what tests compare with: golden/findings-corpus.json and docs/rules.md. Read the difference before committing it. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { goldenText } from "./corpus-findings";
import { rulesDocument } from "./rules-doc";

writeFileSync(resolve(__dirname, "../golden/findings-corpus.json"), goldenText());
writeFileSync(resolve(__dirname, "../../docs/rules.md"), rulesDocument());

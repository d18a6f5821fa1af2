/**
 * `npm run corpus`: what the working tree finds on the 68 published forms against the last landed state, form by form, so that
 * a change of a rule shows its effect on all of them before it is committed.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { corpusFindings, type ExpectedFinding, type ExpectedForms, PUBLISHED } from "./corpus-findings";

const GOLDEN = "test/golden/findings-corpus.json";
const root = resolve(__dirname, "../..");

/** The golden file as last committed; outside of a checkout as it lies there. */
function landed(): Readonly<Record<string, ExpectedForms>> {
  let text: string;
  try {
    text = execFileSync("git", ["show", `HEAD:${GOLDEN}`], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    text = readFileSync(resolve(root, GOLDEN), "utf8");
  }
  return JSON.parse(text) as Readonly<Record<string, ExpectedForms>>;
}

const line = ({ rule, severity, cell }: ExpectedFinding): string => `${severity} ${rule} ${cell}`;

const before = landed();
const totals = { error: 0, warning: 0, info: 0 };
let changed = 0;
for (const name of PUBLISHED) {
  const now = corpusFindings(name);
  for (const findings of Object.values(now)) for (const { severity } of findings) totals[severity]++;
  for (const form of new Set([...Object.keys(before[name] ?? {}), ...Object.keys(now)])) {
    const was = (before[name]?.[form] ?? []).map(line);
    const is = (now[form] ?? []).map(line);
    const gone = was.filter((entry) => !is.includes(entry));
    const fresh = is.filter((entry) => !was.includes(entry));
    if (gone.length + fresh.length === 0) continue;
    changed++;
    console.log(`${name} ${form}`);
    for (const entry of gone) console.log(`  - ${entry}`);
    for (const entry of fresh) console.log(`  + ${entry}`);
  }
}
console.log(`${changed === 0 ? "no form changes" : `${changed} forms change`}; now ${totals.error} errors, ${totals.warning} warnings, ${totals.info} hints on the published forms`);

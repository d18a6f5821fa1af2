/** The command as scripts call it: a process of its own. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { resultSchema } from "../../src/report/json-contract";

const root = resolve(__dirname, "../..");

test("npm run --silent review -- BOOK --json - prints JSON and nothing else", () => {
  const { status, stdout } = spawnSync("npm", ["run", "--silent", "review", "--", "assets/samples/嘉定2024自评表-草稿.xlsx", "--json", "-"], { cwd: root, encoding: "utf8", maxBuffer: 64 << 20 });
  expect(status).toBe(1);
  expect(resultSchema.parse(JSON.parse(stdout)).workbooks[0]?.forms).toHaveLength(8);
}, 60_000);

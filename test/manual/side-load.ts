/**
 * `npm run excel`, for people who have Excel: installs the development certificate, serves the pages over https and
 * side-loads the manifest. office-addin-debugging brings a native dependency, so it is fetched only here.
 */
import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(__dirname, "../..");
const npx = process.platform === "win32" ? "npx.cmd" : "npx";
// The tools of office-addin-* report usage unless told not to.
const env = { ...process.env, OFFICE_ADDIN_USAGE_DATA: "off" };

function step(words: readonly string[]): void {
  const { status } = spawnSync(npx, [...words], { cwd: root, env, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("旁加载需要 Windows 或 Mac 上的 Excel。没有 Excel 时请用 npm start 打开工作台。");
  process.exit(1);
}
step(["office-addin-dev-certs", "install"]);
const server = spawn(npx, ["webpack", "serve", "--mode", "development"], { cwd: root, env: { ...env, HTTPS: "1" }, stdio: "inherit", shell: process.platform === "win32" });
step(["--yes", "office-addin-debugging", "start", "manifest.xml", "desktop", "--no-debug"]);
console.log("Excel 已打开。按 Ctrl+C 结束；卸载请运行 npx office-addin-debugging stop manifest.xml");
server.on("exit", (code) => process.exit(code ?? 0));

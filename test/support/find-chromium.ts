/** Chromium for browser tests: the one that is there, else Debian's (as root), else a clear word on what to install. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"];

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function found(): string | null {
  const named = process.env["CHROMIUM"];
  if (named) return named;
  return CANDIDATES.find(executable) ?? null;
}

export function findChromium(): string {
  const there = found();
  if (there) return there;
  if (process.getuid?.() === 0 && executable("/usr/bin/apt-get")) {
    for (const words of [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"]]) {
      spawnSync("apt-get", words, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    }
    const installed = found();
    if (installed) return installed;
  }
  throw new Error("Browser tests need Chromium or Chrome: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in the environment variable CHROMIUM.");
}

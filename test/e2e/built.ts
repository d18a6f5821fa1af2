/** Where the pages that are tested were built. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** E2E_DIST names another build to try; relative names start at the project. */
export const DIST = resolve(__dirname, "../..", process.env["E2E_DIST"] ?? "dist");

export function builtFile(name: string): string {
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error(`There is no ${path}: run "npm run build" first ("npm run e2e" does).`);
  return path;
}

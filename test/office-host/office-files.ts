/** Microsoft's client as it comes with the npm package @microsoft/office-js: read only, never changed. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";

/** The address of the client on Microsoft's servers, as the shipped pages name it. */
export const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const DIST = join(dirname(createRequire(__filename).resolve("@microsoft/office-js/package.json")), "dist");

const texts = new Map<string, string>();

/** A file of the client by its path below the CDN address; null if the package has none. */
export function officeFile(path: string): string | null {
  const clean = normalize(path).replace(/^[/\\]+/, "");
  if (clean.startsWith("..")) return null;
  // Telemetry is loaded after start and sends to Microsoft: an empty file is as good.
  if (clean.startsWith("telemetry")) return "";
  const known = texts.get(clean);
  if (known !== undefined) return known;
  const file = join(DIST, clean);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  texts.set(clean, text);
  return text;
}

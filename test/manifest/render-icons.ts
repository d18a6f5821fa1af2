/** `npx tsx test/manifest/render-icons.ts`: the PNG icons in assets/ from their SVG sources. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../office-host/chromium";
import { ICONS } from "./icons";

const assets = join(__dirname, "../../assets");

async function main(): Promise<void> {
  const browser = await launchChromium();
  try {
    for (const { file, source, size } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const svg = readFileSync(join(assets, source), "utf8").replace("<svg ", `<svg width="${size}" height="${size}" `);
      await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`);
      await page.screenshot({ path: join(assets, file), omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

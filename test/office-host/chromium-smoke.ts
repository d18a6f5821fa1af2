/** `npx tsx test/office-host/chromium-smoke.ts`: the real client in Chromium reads, writes, hears events and runs a ribbon command. */
import assert from "node:assert/strict";
import { installInChromium, launchChromium } from "./chromium";
import { ExcelHost } from "./excel-host";
import { OFFICE_CDN } from "./office-files";
import { DARK_THEME } from "./theme";
import { workbookOf } from "./workbook-source";

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>smoke</title>
<script src="${OFFICE_CDN}office.js"></script></head><body><script>
Office.onReady((info) => { document.title = "ready " + info.host + "/" + info.platform; });
Office.actions.associate("markAll", (event) => { window.command = event.source.id; event.completed(); });
async function review() {
  window.changes = [];
  return Excel.run({ mergeUndoGroup: true, delayForCellEdit: true }, async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.onChanged.add(async (event) => { window.changes.push([event.address, event.source]); });
    const range = sheets.getItem("自评表").getUsedRange(true);
    range.load("values,address");
    await context.sync();
    range.getCell(0, 1).values = [["'=100.00(%)"]];
    await context.sync();
    range.load("values");
    await context.sync();
    return { address: range.address, values: range.values };
  });
}
</script></body></html>`;

async function main(): Promise<void> {
  const host = new ExcelHost(workbookOf({ sheets: [{ name: "自评表", cells: { A1: "指标值", B1: "≥4" } }] }));
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    await context.route("https://add-in.invalid/**", (route) => route.fulfill({ body: PAGE, contentType: "text/html; charset=utf-8" }));
    const office = await installInChromium(context, host);
    const page = await office.open("https://add-in.invalid/taskpane.html");
    page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
    await page.waitForFunction('document.title === "ready Excel/PC"');

    assert.deepEqual(await page.evaluate("review()"), { address: "自评表!A1:B1", values: [["指标值", "=100.00(%)"]] });
    host.foreignEdit("自评表", "A2", "同事填的");
    await page.waitForFunction("window.changes.length === 2");
    assert.deepEqual(await page.evaluate("window.changes"), [["B1", "Local"], ["A2", "Remote"]]);

    host.setTheme(DARK_THEME);
    await page.waitForFunction('Office.context.officeTheme.bodyBackgroundColor.toUpperCase() === "#262626"');
    await office.invokeCommand(page, "markAll", "button-1");
    await page.waitForFunction('window.command === "button-1"');
    assert.equal(host.undoHistory.stack.length, 1);
    assert.equal(host.log.batches.length, 3);
    host.assertEverythingEmulated();
    process.stdout.write("ok\n");
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});

/** The host's facts in the form in which the bridge takes them into the page. */
import { type ExcelHost, UNDO_GROUP_HEADER } from "./excel-host";
import { supports } from "./requirement-sets";
import type { BridgeFacts } from "./win32-bridge";

export function bridgeFacts(host: ExcelHost): BridgeFacts {
  return {
    locale: host.locale,
    build: host.edition.build,
    documentUrl: `C:\\${host.workbook.name}`,
    requirementSets: host.edition.sets,
    theme: host.theme,
    documentSettings: Object.fromEntries(host.workbook.documentSettings),
    undoGroupHeader: UNDO_GROUP_HEADER,
    mergesUndo: supports(host.edition, "1.20"),
  };
}

/** The query by which office.js learns that it runs in Excel for Windows. */
export function hostInfoQuery(host: ExcelHost): string {
  return `_host_Info=${encodeURIComponent(`Excel$Win32$16.01$${host.locale}$$$$0`)}`;
}

export function saveDocumentSettings(host: ExcelHost, entries: Readonly<Record<string, string>>): void {
  host.workbook.documentSettings.clear();
  for (const [key, value] of Object.entries(entries)) host.workbook.documentSettings.set(key, value);
}

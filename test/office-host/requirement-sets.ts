/** What the editions of Excel for Windows say they support. */

export type Edition = "excel-2019" | "excel-2021" | "excel-2024" | "microsoft-365-1.20" | "microsoft-365";

export interface EditionFacts {
  readonly excelApi: string;
  /** Build number as `Office.context.diagnostics.version` shows it. */
  readonly build: string;
  /** The matrix behind `Office.context.requirements.isSetSupported`. */
  readonly sets: Readonly<Record<string, string>>;
  /** Perpetual editions empty the user's undo stack whenever an add-in writes. */
  readonly keepsUndo: boolean;
}

const COMMON = { CustomXmlParts: "1.1", Settings: "1.1", DocumentEvents: "1.1", RichApiRuntime: "1.3", RichApiRuntimeFlag: "1.2", DialogApi: "1.1", ImageCoercion: "1.1" };
const RECENT = { ...COMMON, DialogApi: "1.2", DialogOrigin: "1.1", DelayForCellEdit: "1.1", SharedRuntime: "1.1", RibbonApi: "1.1" };

function edition(excelApi: string, build: string, sets: Readonly<Record<string, string>>, keepsUndo = false): EditionFacts {
  return { excelApi, build, sets: { ...sets, ExcelApi: excelApi }, keepsUndo };
}

export const EDITIONS: Readonly<Record<Edition, EditionFacts>> = {
  "excel-2019": edition("1.7", "16.0.10417.20000", COMMON),
  "excel-2021": edition("1.14", "16.0.14332.20000", RECENT),
  "excel-2024": edition("1.17", "16.0.17932.20000", RECENT),
  "microsoft-365-1.20": edition("1.20", "16.0.18925.20000", RECENT, true),
  "microsoft-365": edition("1.21", "16.0.19231.20000", RECENT, true),
};

/** "1.20" is above "1.9": the parts are numbers, not decimals. */
export function supports(edition: EditionFacts, excelApi: string): boolean {
  const [major = 0, minor = 0] = edition.excelApi.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = excelApi.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

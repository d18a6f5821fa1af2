/** Which Excel this is. */
import type { SelfTest } from "../../../model/self-test";

/** Sets and the versions there are of them, as far as Microsoft has announced any. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  ExcelApi: Array.from({ length: 24 }, (_, n) => `1.${n + 1}`),
  ExcelApiOnline: ["1.1"],
  ExcelApiDesktop: ["1.1", "1.2", "1.3"],
  SharedRuntime: ["1.1", "1.2"],
  RibbonApi: ["1.1", "1.2"],
  DialogApi: ["1.1", "1.2"],
  CustomXmlParts: ["1.1"],
  Settings: ["1.1"],
  RichApiRuntime: ["1.1", "1.2", "1.3"],
  DelayForCellEdit: ["1.1"],
};

export function isSupported(set: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(set, version);
}

export function requirementSets(): SelfTest["sets"] {
  return Object.fromEntries(Object.entries(SETS).map(([set, versions]) => [set, versions.filter((version) => isSupported(set, version)).at(-1) ?? null]));
}

export function excelFacts(): SelfTest["excel"] {
  const { diagnostics, displayLanguage } = Office.context;
  return { host: String(diagnostics.host), platform: String(diagnostics.platform), version: diagnostics.version, language: displayLanguage };
}

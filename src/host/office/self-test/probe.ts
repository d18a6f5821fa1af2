/** One question to Excel: does something small on the empty sheet and tells what it sees. */
import type { Answer } from "../../../model/self-test";
import { officeCode } from "../faults";

export type Json = Extract<Answer, { readonly kind: "answer" }>["value"];

export interface Probe {
  /** "topic/question", once and for all: answers are compared by it. */
  readonly id: string;
  /** The ExcelApi set without which it cannot be asked, if it is above the floor. */
  readonly since?: string;
  readonly ask: (bench: Bench) => Promise<Json>;
}

/** Thrown where the page's office.js is older than the question, whatever Excel knows. */
export class NotInClient extends Error {}

/** An empty sheet to try things on. */
export class Bench {
  constructor(readonly sheetId: string) {}

  run<T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return Excel.run((context) => work(context.workbook.worksheets.getItem(this.sheetId), context));
  }

  /** Puts something in place, in one request. */
  async prepare(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> {
    await this.run(async (sheet, context) => {
      work(sheet, context);
      await context.sync();
    });
  }

  /** The same, where Excel may refuse: its error's code, or null. */
  async refusal(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<string | null> {
    try {
      await this.prepare(work);
      return null;
    } catch (error) {
      const code = officeCode(error);
      if (code === null) throw error;
      return code;
    }
  }

  /** How cells read: as they are, as typed, of what type and in which format. */
  async cells(address: string): Promise<{ values: Json; formulas: Json; types: Json; formats: Json }> {
    return this.run(async (sheet, context) => {
      const range = sheet.getRange(address);
      range.load("values,formulas,valueTypes,numberFormat");
      await context.sync();
      return { values: range.values as Json, formulas: range.formulas as Json, types: range.valueTypes as Json, formats: range.numberFormat as Json };
    });
  }

  async values(address: string): Promise<Json> {
    return (await this.cells(address)).values;
  }

  /** Everything off the sheet again, whatever a question has left. */
  async clean(): Promise<void> {
    await this.run(async (sheet, context) => {
      sheet.protection.load("protected");
      await context.sync();
      if (sheet.protection.protected) sheet.protection.unprotect();
      const all = sheet.getRange();
      all.unmerge();
      all.conditionalFormats.clearAll();
      all.clear();
      await context.sync();
    });
  }
}

/** What a sheet asked of the styles, and what it was told: with the same answers its text is the same. */
import type { StyleChange, StyleEditor } from "./style-editor";

interface Answer {
  readonly ask: (styles: StyleEditor) => number;
  readonly told: number;
}

export class StyleAnswers {
  /** In the order of asking, each question once. */
  private readonly answers = new Map<string, Answer>();

  cellStyle(styles: StyleEditor, base: number, change: StyleChange): number {
    return this.answer(styles, `${base}|${change.quotePrefix}|${change.format}`, (editor) => editor.cellStyle(base, change));
  }

  dxf(styles: StyleEditor, inner: string): number {
    return this.answer(styles, inner, (editor) => editor.dxf(inner));
  }

  /** Asks all again of another editor, which thereby appends what it lacks; false at the first answer that differs. */
  hold(styles: StyleEditor): boolean {
    for (const { ask, told } of this.answers.values()) if (ask(styles) !== told) return false;
    return true;
  }

  private answer(styles: StyleEditor, question: string, ask: Answer["ask"]): number {
    const known = this.answers.get(question);
    if (known) return known.told;
    const told = ask(styles);
    this.answers.set(question, { ask, told });
    return told;
  }
}

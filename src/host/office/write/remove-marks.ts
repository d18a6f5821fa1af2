/** Takes every mark of ours away, on all sheets, also where a sheet was copied together with its marks. */
import { deleteStep, loadFormats, resolveDoubtful } from "../marks/formats";
import { recognise } from "../marks/recognise";
import type { Memory } from "../memory";
import { loadSheets } from "../read/sheets";
import { loadState, saveText, stateText } from "../state/state-store";
import { sheetFinder } from "./prepare";
import { send } from "./steps";

/** The list of marks is shortened last: whatever breaks before, doing it again takes away the rest. */
export async function removeMarks(context: Excel.RequestContext, memory: Memory): Promise<void> {
  const takeSheets = loadSheets(context);
  const takeState = loadState(context, memory.storage);
  await context.sync();
  const sheets = takeSheets();
  const stored = await takeState();
  memory.sheets = sheets;
  memory.stored = stored;
  const { marks } = stored.own;
  if (marks.length === 0 && memory.orphans.size === 0) return;

  const sheetOf = sheetFinder(sheets);
  const takeFormats = sheets.map((sheet) => loadFormats(context, sheet.name));
  await context.sync();
  const found = takeFormats.flatMap((take) => take());
  const { ours, doubtful } = recognise(marks, found, sheetOf);
  const all = [...[...ours, ...(await resolveDoubtful(context, doubtful))].map(({ format }) => format), ...found.filter(({ id }) => memory.orphans.has(id))];
  // A protected sheet keeps its marks until it is open again.
  const formattable = new Set(sheets.filter((sheet) => sheet.formattable).map((sheet) => sheet.name));
  const kept = marks.filter((mark) => {
    const name = sheetOf(mark);
    return name !== null && !formattable.has(name);
  });
  const text = stateText(stored.storage, { ...stored.own, marks: kept });
  const saved = { after: () => stored };
  const save = (batch: { readonly context: Excel.RequestContext }): void => {
    saved.after = saveText(batch.context, stored, text);
  };
  memory.stored = null;
  await send(context, [...all.filter(({ sheet }) => formattable.has(sheet)).map(deleteStep), { bytes: 1000, run: save }]);
  memory.stored = saved.after();
}

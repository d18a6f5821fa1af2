/** Above the sheet: which cell is active, and all of what is in it. */
import { a1 } from "../model/address";
import { strings } from "./strings.zh-CN";
import type { SheetModel } from "./sheet/sheet-model";
import type { Place } from "./sheet/selection";

export function CellLine({ model, at, className }: { readonly model: SheetModel | null; readonly at: Place; readonly className: string }) {
  const formula = model?.cell(at.row, at.col)?.formula ?? null;
  return (
    <div className={className}>
      <span aria-label={strings.sheet.address}>{a1(at)}</span>
      <output aria-label={strings.sheet.content} aria-live="off">
        {formula === null ? (model?.text(at.row, at.col) ?? "") : `=${formula}`}
      </output>
    </div>
  );
}

/** One row of the table. Drawn again only if what it shows has changed: moving the selection redraws two rows. */
import { memo, type ReactNode } from "react";
import { a1, cellKey } from "../../model/address";
import type { Severity } from "../../model/finding";
import { CellContent } from "./cell-content";
import { type CellView, cellViews, type RowContext } from "./cell-views";
import { HEAD_COL, HEAD_ROW } from "./sheet-css";
import type { Segment } from "./window";

/** What is to be seen on cells beside their own looks, by cell key. */
export interface CellSigns {
  readonly marks: ReadonlyMap<number, Severity>;
  readonly findings: ReadonlyMap<number, Severity>;
}

export interface SheetRowProps {
  readonly context: RowContext;
  readonly signs: CellSigns;
  readonly row: number;
  readonly cols: readonly Segment[];
  /** Spacers between and behind the column segments, as many as segments + 1. */
  readonly gaps: readonly number[];
  /** Selected columns of this row; 0 = none. */
  readonly from: number;
  readonly to: number;
  /** Column of the active cell if it is in this row, else 0. */
  readonly activeCol: number;
  readonly input: ReactNode;
}

export const SheetRow = memo(function SheetRow({ context, signs, row, cols, gaps, from, to, activeCol, input }: SheetRowProps) {
  const { model } = context;
  const { frozenRows, frozenCols } = model.display;
  const stuckTop = row <= frozenRows ? HEAD_ROW + model.rows.start(row) : null;
  const height = model.rows.size(row);
  const views = cellViews(context, row, cols);
  const cells: ReactNode[] = [];
  cols.forEach((segment, n) => {
    if ((gaps[n] ?? 0) > 0) cells.push(<td key={`gap${segment.first}`} className="gap" aria-hidden />);
    for (const view of views) if (view.drawnCol >= segment.first && view.drawnCol <= segment.last) cells.push(cell(view));
  });
  if ((gaps[cols.length] ?? 0) > 0) cells.push(<td key="end" className="gap" aria-hidden />);

  function cell(view: CellView): ReactNode {
    const key = cellKey(view.row, view.col);
    const mark = signs.marks.get(key);
    const finding = signs.findings.get(key);
    const active = view.drawnCol === activeCol;
    const selected = from > 0 && view.drawnCol <= to && view.drawnCol + view.colSpan - 1 >= from;
    // A merged cell that reaches out of the frozen part scrolls with the rest.
    const stuckHere = view.drawnBottom <= frozenRows ? stuckTop : null;
    const stuckLeft = view.drawnRight <= frozenCols ? HEAD_COL + model.cols.start(view.drawnCol) : null;
    const classes = [view.className];
    if (mark) classes.push(`m-${mark}`);
    if (finding ?? mark) classes.push("f", `f-${finding ?? mark ?? "info"}`);
    if (selected) classes.push("in");
    if (active) classes.push("at");
    // The active cell's field may be larger than the cell.
    const bare = view.bare && !active;
    if (bare) classes.push("b");
    if (stuckHere !== null) classes.push("stuck", "stuck-t");
    if (stuckLeft !== null) classes.push("stuck", "stuck-l");
    if (view.drawnBottom === frozenRows) classes.push("edge-b");
    if (view.drawnRight === frozenCols) classes.push("edge-r");
    const style: React.CSSProperties = {};
    if (stuckHere !== null) style.top = stuckHere;
    if (stuckLeft !== null) style.left = stuckLeft;
    return (
      <td
        key={view.drawnCol}
        role="gridcell"
        className={classes.join(" ")}
        data-a={a1(view)}
        aria-colindex={view.col}
        aria-selected={selected}
        rowSpan={view.rowSpan > 1 ? view.rowSpan : undefined}
        colSpan={view.colSpan > 1 ? view.colSpan : undefined}
        style={stuckHere !== null || stuckLeft !== null ? style : undefined}
      >
        {bare ? view.text : view.text !== "" && <CellContent view={view} />}
        {active && input}
      </td>
    );
  }

  return (
    <tr role="row" aria-rowindex={row} style={{ height }}>
      <th role="rowheader" scope="row" data-row={row} className={from > 0 ? "on" : undefined} style={stuckTop === null ? undefined : { top: stuckTop, zIndex: 5 }}>
        {row}
      </th>
      {cells}
    </tr>
  );
});

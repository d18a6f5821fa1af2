/** The table: headings, columns, the drawn rows, and blank space for what is not drawn. */
import { memo, type ReactNode, useMemo } from "react";
import { type Area, columnName } from "../../model/address";
import type { Axis } from "./axis";
import type { RowContext } from "./cell-views";
import { HEAD_COL } from "./sheet-css";
import type { SheetModel } from "./sheet-model";
import { type CellSigns, SheetRow } from "./sheet-row";
import { StylePool } from "./style-pool";
import type { Place } from "./selection";
import type { Segment } from "./window";

/** One for the page: classes of all sheets and workbooks are shared. */
const pool = new StylePool();

export interface SheetTableProps {
  readonly model: SheetModel;
  readonly signs: CellSigns;
  readonly rows: readonly Segment[];
  readonly cols: readonly Segment[];
  /** Only a part of the sheet is drawn: rows have exactly their size. */
  readonly exact: boolean;
  readonly range: Area;
  readonly active: Place;
  readonly label: string;
  readonly input: ReactNode;
}

export const SheetTable = memo(function SheetTable({ model, signs, rows, cols, exact, range, active, label, input }: SheetTableProps) {
  const pieces = useMemo(() => model.merges.pieces(rows, cols, model), [model, rows, cols]);
  const context = useMemo<RowContext>(() => ({ model, pieces, pool, exact }), [model, pieces, exact]);
  const colGaps = useMemo(() => gapsOf(model.cols, cols), [model, cols]);
  const rowGaps = gapsOf(model.rows, rows);
  const drawn = drawnPlace(context, active, rows, cols);
  const visible = useMemo(() => cols.map((segment) => visibleIn(model.cols, segment)), [model, cols]);

  const body: ReactNode[] = [];
  rows.forEach((segment, n) => {
    const gap = rowGaps[n] ?? 0;
    if (gap > 0) body.push(<Gap key={`gap${segment.first}`} height={gap} />);
    for (let row = segment.first; row <= segment.last; row++) {
      if (model.rows.hidden(row)) continue;
      const inRange = row >= range.top && row <= range.bottom;
      const here = drawn?.row === row;
      body.push(
        <SheetRow key={row} context={context} signs={signs} row={row} cols={cols} gaps={colGaps} from={inRange ? range.left : 0} to={inRange ? range.right : 0} activeCol={here ? drawn.col : 0} input={here ? input : null} />,
      );
    }
  });
  const last = rowGaps[rows.length] ?? 0;
  if (last > 0) body.push(<Gap key="end" height={last} />);

  return (
    <table role="grid" className="wb-sheet" aria-label={label} aria-rowcount={model.rows.count} aria-colcount={model.cols.count} aria-multiselectable style={{ width: HEAD_COL + model.cols.length }}>
      <colgroup>
        <col style={{ width: HEAD_COL }} />
        {visible.map((members, n) => [
          (colGaps[n] ?? 0) > 0 && <col key={`gap${n}`} style={{ width: colGaps[n] }} />,
          ...members.map((col) => <col key={col} style={{ width: model.cols.size(col) }} />),
        ])}
        {(colGaps[cols.length] ?? 0) > 0 && <col style={{ width: colGaps[cols.length] }} />}
      </colgroup>
      <thead>
        <tr role="row">
          <th className="corner" aria-hidden />
          {visible.map((members, n) => [
            (colGaps[n] ?? 0) > 0 && <th key={`gap${n}`} aria-hidden />,
            ...members.map((col) => (
              <th
                key={col}
                role="columnheader"
                scope="col"
                data-col={col}
                className={col >= range.left && col <= range.right ? "on" : undefined}
                style={col <= model.display.frozenCols ? { left: HEAD_COL + model.cols.start(col), zIndex: 6 } : undefined}
              >
                {columnName(col)}
              </th>
            )),
          ])}
          {(colGaps[cols.length] ?? 0) > 0 && <th aria-hidden />}
        </tr>
      </thead>
      <tbody>{body}</tbody>
    </table>
  );
});

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden style={{ height }}>
      <td className="gap" />
    </tr>
  );
}

/** Blank space before each segment and behind the last. */
function gapsOf(axis: Axis, segments: readonly Segment[]): readonly number[] {
  let next = 1;
  const gaps = segments.map(({ first, last }) => {
    const gap = axis.span(next, first - 1);
    next = last + 1;
    return gap;
  });
  return [...gaps, axis.span(next, axis.count)];
}

function visibleIn(axis: Axis, { first, last }: Segment): number[] {
  const members: number[] = [];
  for (let n = first; n <= last; n++) if (!axis.hidden(n)) members.push(n);
  return members;
}

/** Where the active cell is drawn: a merged one perhaps not at its own corner. Null: out of view. */
export function drawnPlace({ model, pieces }: Pick<RowContext, "model" | "pieces">, active: Place, rows: readonly Segment[], cols: readonly Segment[]): Place | null {
  for (const piece of pieces.pieceAt.values()) if (piece.merge.top === active.row && piece.merge.left === active.col) return { row: piece.top, col: piece.left };
  const inside = (segments: readonly Segment[], n: number): boolean => segments.some(({ first, last }) => n >= first && n <= last);
  if (model.rows.hidden(active.row) || model.cols.hidden(active.col)) return null;
  return inside(rows, active.row) && inside(cols, active.col) ? active : null;
}

/**
 * The pictures that lie over a sheet. They take no clicks: what is under them can be selected and edited.
 * Rows may grow with their text where the whole sheet is drawn, so places are measured there; in a part of a large sheet they are computed.
 */
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Corner, Picture } from "../display/picture";
import type { Axis } from "./axis";
import { HEAD_COL, HEAD_ROW } from "./sheet-css";
import type { SheetModel } from "./sheet-model";

/** Pictures far outside of what is used would make a sheet of millions of empty rows. */
const FAR_ROWS = 200;
const FAR_COLS = 50;

export interface PlacedPictures {
  /** Of the images, by index. */
  readonly addresses: readonly string[];
  readonly pictures: readonly Picture[];
}

export interface PicturesProps {
  readonly model: SheetModel;
  readonly pictures: PlacedPictures;
  readonly zoom: number;
  /** Rows have exactly their size. */
  readonly exact: boolean;
}

export function Pictures({ model, pictures, zoom, exact }: PicturesProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => pictures.pictures.filter(({ from }) => from.row <= model.rows.count + FAR_ROWS && from.col <= model.cols.count + FAR_COLS), [pictures, model]);
  const wanted = useMemo(() => (exact ? [] : rowsOf(shown, model.rows)), [exact, shown, model]);
  const [measured, setMeasured] = useState<ReadonlyMap<number, number>>(new Map());

  useLayoutEffect(() => {
    const table = anchor.current?.parentElement?.querySelector("table");
    if (!table || wanted.length === 0) return;
    const measure = (): void => {
      const top = table.getBoundingClientRect().top;
      const places = wanted.map((row): [number, number] => [row, ((table.querySelector(`tr[aria-rowindex="${row}"]`)?.getBoundingClientRect().top ?? top) - top) / zoom]);
      setMeasured((old) => (places.every(([row, place]) => Math.abs((old.get(row) ?? -1) - place) < 0.5) ? old : new Map(places)));
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    // Grows and shrinks with each row.
    const observer = new ResizeObserver(measure);
    observer.observe(table);
    return () => observer.disconnect();
  }, [wanted, zoom, model]);

  const left = ({ col, x }: Corner): number => HEAD_COL + model.cols.start(col) + Math.min(x, model.cols.size(col));
  const top = ({ row, y }: Corner): number => (measured.get(visibleFrom(model.rows, row)) ?? HEAD_ROW + model.rows.start(row)) + Math.min(y, model.rows.size(row));

  return (
    <>
      <div ref={anchor} hidden />
      {shown.map((picture, n) => {
        const { from, to, image, crop, description } = picture;
        const address = pictures.addresses[image];
        const width = "width" in to ? to.width : left(to) - left(from);
        const height = "height" in to ? to.height : top(to) - top(from);
        if (address === undefined || width <= 0 || height <= 0) return null;
        const { frozenRows, frozenCols } = model.display;
        const classes = ["wb-pic", from.row <= frozenRows ? "stuck-t" : "", from.col <= frozenCols ? "stuck-l" : ""].filter(Boolean).join(" ");
        return (
          // Without a size of its own it can stick to the view's edges with frozen cells, and pushes nothing aside.
          <div key={n} className={classes}>
            <div style={{ left: left(from), top: top(from), width, height }}>
              <img
                src={address}
                alt={description}
                draggable={false}
                decoding="async"
                style={{ width: `${100 / (1 - crop.left - crop.right)}%`, height: `${100 / (1 - crop.top - crop.bottom)}%`, left: `${(-100 * crop.left) / (1 - crop.left - crop.right)}%`, top: `${(-100 * crop.top) / (1 - crop.top - crop.bottom)}%` }}
              />
            </div>
          </div>
        );
      })}
    </>
  );
}

/** The rows whose places are needed: hidden ones are not drawn, so the next that is. */
function rowsOf(pictures: readonly Picture[], rows: Axis): readonly number[] {
  const wanted = pictures.flatMap(({ from, to }) => ["row" in to ? to.row : from.row, from.row]).map((row) => visibleFrom(rows, row));
  return [...new Set(wanted)].filter((row) => row <= rows.count);
}

function visibleFrom(rows: Axis, row: number): number {
  let at = row;
  while (at <= rows.count && rows.hidden(at)) at++;
  return at;
}

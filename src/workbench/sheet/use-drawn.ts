/** Which part of the sheet is drawn, following scrolling, size and zoom. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { type Drawn, drawnPart, redrawn, viewOf } from "./scrolling";
import type { SheetModel } from "./sheet-model";

/** After this long without a jump, what lies around the view is drawn too, so that the next turn of the wheel finds it. */
const REST_MS = 120;

export interface DrawnControl {
  readonly drawn: Drawn;
  /** To be called when the view has moved. */
  readonly measure: () => void;
}

export function useDrawn(scroller: RefObject<HTMLElement | null>, model: SheetModel, zoom: number): DrawnControl {
  const [part, setPart] = useState(() => ({ model, zoom, drawn: drawnPart(model, viewOf(null, zoom), null) }));

  const draw = useCallback(
    (amply: boolean) => {
      const view = viewOf(scroller.current, zoom);
      setPart((old) => {
        const next = redrawn(old.drawn, drawnPart(model, view, amply ? null : old.drawn));
        return old.model === model && old.zoom === zoom && next === old.drawn ? old : { model, zoom, drawn: next };
      });
    },
    [scroller, model, zoom],
  );
  const measure = useCallback(() => draw(false), [draw]);

  useLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, measure]);

  // After an edit or another zoom the old part is drawn until it has been measured again; it cannot reach beyond the sheet,
  // which never shrinks while it is open.
  const { drawn } = part;
  useEffect(() => {
    if (!drawn.scant) return;
    const timer = setTimeout(() => draw(true), REST_MS);
    return () => clearTimeout(timer);
  }, [drawn, draw]);

  return { drawn, measure };
}

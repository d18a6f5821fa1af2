/** A sheet to look at, move in and type into. */
import { useLayoutEffect, useId, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { a1, cellKey, parseA1 } from "../../model/address";
import type { Finding } from "../../model/finding";
import { strings } from "../strings.zh-CN";
import { parseTsv, toTsv } from "../tsv";
import { editText } from "../typed-value";
import { CellInput, type CellInputHandle } from "./cell-input";
import { cleared, pasted, type Planned, texts, typed } from "./edits";
import { keyAction } from "./keys";
import { Pictures, type PlacedPictures } from "./pictures";
import { bringIntoView, placeOf } from "./scrolling";
import { advance, type Direction, extendTo, move, rangeOf, select, type Selection } from "./selection";
import type { SheetModel } from "./sheet-model";
import type { CellSigns } from "./sheet-row";
import { SheetTable } from "./sheet-table";
import { findingsText, Tooltip } from "./tooltip";
import { useDrawn } from "./use-drawn";
import { useTip } from "./use-tip";

export interface SheetGridProps {
  readonly model: SheetModel;
  readonly signs: CellSigns;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly pictures: PlacedPictures;
  /** 1 = 100 %. */
  readonly zoom: number;
  readonly selection: Selection;
  readonly date1904: boolean;
  readonly onSelect: (selection: Selection) => void;
  readonly onPlanned: (planned: Planned) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** The keyboard is to come here; told when it has. */
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
}

export function SheetGrid(props: SheetGridProps) {
  const { model, signs, findings, zoom, selection, date1904, onSelect, onPlanned, takesFocus, onFocusTaken } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<CellInputHandle>(null);
  const wantsFocus = useRef(false);
  const focusInside = useRef(false);
  const describedBy = useId();
  const { drawn, measure } = useDrawn(scroller, model, zoom);

  const latest = useRef({ model, zoom, measure });
  useLayoutEffect(() => {
    latest.current = { model, zoom, measure };
  });

  const { at, to } = selection;
  const tip = useTip(scroller, findings, at);
  const sheet = model.name;
  const target = at.row === to.row && at.col === to.col ? at : to;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && bringIntoView(element, latest.current.model, target, latest.current.zoom)) latest.current.measure();
    // Not for each new model: an edit must not scroll.
  }, [target.row, target.col, sheet, target]);

  useLayoutEffect(() => {
    // The field moves with the selection, and the focus with the field, once that is drawn. The selection may also be
    // moved from elsewhere (undo): then the focus is lost with the old field, and taken back if nobody else has it.
    if (takesFocus) {
      wantsFocus.current = true;
      onFocusTaken();
    } else if (focusInside.current && (document.activeElement === null || document.activeElement === document.body)) wantsFocus.current = true;
    if (wantsFocus.current && input.current) {
      wantsFocus.current = false;
      input.current.focus();
    } else if (wantsFocus.current) scroller.current?.focus({ preventScroll: true });
  });

  const go = (next: Selection): void => {
    wantsFocus.current = true;
    tip.hide();
    onSelect(next);
  };

  const activeFindings = findings.get(cellKey(at.row, at.col));

  function onMouseDown(event: React.MouseEvent): void {
    const element = scroller.current;
    if (event.button !== 0 || !element) return;
    const heading = event.target instanceof Element ? event.target.closest<HTMLElement>("th[data-row],th[data-col]") : null;
    const place = placeOf(event.target, parseA1);
    if (!place && !heading) return;
    if (event.target instanceof HTMLTextAreaElement && event.target.classList.contains("editing")) return;
    // What is being typed is kept before the selection leaves it.
    if (document.activeElement instanceof HTMLElement && element.contains(document.activeElement)) document.activeElement.blur();
    event.preventDefault();
    if (place) go(event.shiftKey ? extendTo(model, selection, place) : select(model, place));
    else if (heading) {
      const row = parseInt(heading.dataset["row"] ?? "0", 10);
      const col = parseInt(heading.dataset["col"] ?? "0", 10);
      const from = { row: row || 1, col: col || 1 };
      go(extendTo(model, select(model, from), { row: row || model.rows.count, col: col || model.cols.count }));
    }
  }

  function onMouseMove(event: React.MouseEvent): void {
    tip.onHover(event);
    if (event.buttons !== 1) return;
    const place = placeOf(event.target, parseA1);
    if (place && (place.row !== to.row || place.col !== to.col) && !(event.target instanceof HTMLTextAreaElement)) go(extendTo(model, selection, place));
  }

  function onKey(event: React.KeyboardEvent): boolean {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / zoom / 20) - 2);
    const action = keyAction(event, { board: model, selection, end: model.end, page });
    if (event.key === "Escape" && tip.tip) {
      tip.hide();
      return true;
    }
    if (!action) return false;
    if (action.kind === "select") go(action.selection);
    else if (action.kind === "clear") onPlanned(cleared(model, rangeOf(model, selection)));
    else if (action.kind === "undo") props.onUndo();
    else props.onRedo();
    return true;
  }

  function commit(text: string, then: Direction | null): void {
    if (text !== startText) onPlanned(typed(model, at, text, date1904));
    if (then) go(then === "up" || then === "down" ? move(model, selection, then) : advance(model, selection, then));
  }

  function copy(event: React.ClipboardEvent): void {
    event.preventDefault();
    event.clipboardData.setData("text/plain", toTsv(texts(model, rangeOf(model, selection))));
  }

  const range = useMemo(() => rangeOf(model, selection), [model, selection]);
  const startText = editText(model.value(at.row, at.col), model.format(at.row, at.col), model.text(at.row, at.col));
  const refusal = model.refusal(at.row, at.col);
  const said = activeFindings ? findingsText(activeFindings) : "";
  const formula = model.cell(at.row, at.col)?.formula ?? null;
  const shown = model.text(at.row, at.col) || strings.sheet.empty;
  const tipFindings = tip.tip ? findings.get(tip.tip.key) : undefined;

  return (
    <div
      ref={scroller}
      className="wb-scroll"
      tabIndex={-1}
      onFocus={(event) => {
        focusInside.current = true;
        if (!event.currentTarget.contains(event.relatedTarget)) tip.onEnter();
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if (event.relatedTarget !== null) focusInside.current = false;
        tip.hide();
      }}
      onScroll={() => {
        // Before the browser paints: else it would first paint an empty part, which costs as much as a full one.
        flushSync(measure);
        tip.hide();
      }}
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onMouseLeave={tip.onLeave}
      onDoubleClick={(event) => {
        const place = placeOf(event.target, parseA1);
        if (place && place.row === at.row && place.col === at.col) input.current?.begin();
      }}
      onKeyDown={(event) => {
        // The active cell is out of view: its field is not there to take the key.
        if (event.target === scroller.current && onKey(event)) event.preventDefault();
      }}
    >
      <div style={{ zoom }}>
        {props.pictures.pictures.length > 0 && <Pictures model={model} pictures={props.pictures} zoom={zoom} exact={drawn.exact} />}
        <SheetTable
          model={model}
          signs={signs}
          rows={drawn.rows}
          cols={drawn.cols}
          exact={drawn.exact}
          range={range}
          active={at}
          label={strings.sheet.grid(model.name)}
          input={
            <CellInput
              ref={input}
              label={`${a1(at)} ${shown}${formula === null ? "" : ` ${strings.sheet.formula(formula)}`}`}
              describedBy={describedBy}
              readOnly={refusal !== null}
              startText={startText}
              onCommit={commit}
              onKey={onKey}
              onRefused={() => onPlanned({ edits: [], message: refusal })}
              onCopy={copy}
              onCut={(event) => {
                copy(event);
                onPlanned(cleared(model, rangeOf(model, selection)));
              }}
              onPaste={(event) => {
                event.preventDefault();
                const text = event.clipboardData.getData("text/plain");
                if (text !== "") onPlanned(pasted(model, rangeOf(model, selection), parseTsv(text), date1904));
              }}
            />
          }
        />
      </div>
      <div id={describedBy} className="wb-hide">
        {said === "" ? "" : `${strings.sheet.findings}：${said}。`}
        {strings.sheet.hint}
      </div>
      {tip.tip && tipFindings && <Tooltip findings={tipFindings} cell={tip.tip.cell} view={tip.tip.view} />}
    </div>
  );
}

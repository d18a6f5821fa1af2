/** The line between sheet and pane: drawn by the pointer, or moved with the arrow keys. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { type Layout, MIN_PANE, PART_IDS, SPLITTER } from "./layout";
import { strings } from "./strings.zh-CN";

const STEP = 16;
const LARGE_STEP = 80;

const useStyles = makeStyles({
  line: {
    width: `${SPLITTER}px`,
    flexShrink: 0,
    boxSizing: "border-box",
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    cursor: "col-resize",
    // The finger that draws the line must not scroll the page.
    touchAction: "none",
    ":hover": { backgroundColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px", backgroundColor: tokens.colorNeutralStroke1Hover },
    "@media (forced-colors: active)": { backgroundColor: "ButtonFace" },
  },
});

export function Splitter({ layout }: { readonly layout: Layout }) {
  const styles = useStyles();
  const { paneWidth, maxPane, setPaneWidth } = layout;
  const drawn = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const to = (width: number): void => setPaneWidth(Math.min(maxPane, Math.max(MIN_PANE, width)));

  function onKeyDown(event: React.KeyboardEvent): void {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    // The pane is to the right: the line goes where the arrow points.
    const next = { ArrowLeft: paneWidth + step, ArrowRight: paneWidth - step, Home: maxPane, End: MIN_PANE }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    to(next);
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      className={styles.line}
      aria-orientation="vertical"
      aria-label={strings.splitter.label}
      aria-controls={PART_IDS.pane}
      aria-valuemin={MIN_PANE}
      aria-valuemax={maxPane}
      aria-valuenow={paneWidth}
      aria-valuetext={strings.splitter.value(paneWidth)}
      title={strings.splitter.hint}
      onKeyDown={onKeyDown}
      onDoubleClick={() => setPaneWidth(null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drawn.current = { from: event.clientX, width: paneWidth };
      }}
      onPointerMove={(event) => {
        if (drawn.current) to(drawn.current.width + drawn.current.from - event.clientX);
      }}
      onLostPointerCapture={() => {
        drawn.current = null;
      }}
    />
  );
}

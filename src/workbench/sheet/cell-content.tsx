/** What is written in a cell. */
import type { RunFont } from "../display/look";
import type { CellView } from "./cell-views";

/** As far as Excel makes raised and lowered characters smaller. */
const RAISED = 0.65;

export function CellContent({ view }: { readonly view: CellView }) {
  const style: React.CSSProperties = {};
  if (view.run !== null) style.width = view.run;
  if (view.height !== null) style.maxHeight = view.height;
  const turned = view.turned === "no" ? "" : ` ${view.turned}`;
  return (
    <div className={`c${turned}`} style={style}>
      {view.stretches
        ? view.stretches.map(({ text, font }, n) =>
            font ? (
              <span key={n} style={runStyle(font)}>
                {text}
              </span>
            ) : (
              text
            ),
          )
        : view.text}
    </div>
  );
}

function runStyle({ family, sizePt, bold, italic, underline, strike, color, raised }: RunFont): React.CSSProperties {
  const small = raised === "no" ? 1 : RAISED;
  const lines = [underline ? "underline" : "", strike ? "line-through" : ""].join(" ").trim();
  return {
    fontWeight: bold ? 700 : 400,
    fontStyle: italic ? "italic" : "normal",
    ...(family !== null && { fontFamily: family }),
    ...(sizePt !== null ? { fontSize: `${Math.round((sizePt * small * 9600) / 72) / 100}px` } : small < 1 && { fontSize: `${small}em` }),
    ...(color !== null && { color }),
    ...(lines !== "" && { textDecoration: lines }),
    // Without a line height of their own they push no line apart.
    ...(raised !== "no" && { verticalAlign: raised, lineHeight: 0 }),
  };
}

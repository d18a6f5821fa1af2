/**
 * A sheet from a picture. Lines are rows, "|" separates cells:
 *
 *   项目名称 | < | 甲项目            "<" is merged into the cell on its left, "^" into the one above
 *   总额     | #112.96 | #0.97{0.00%}  "#" a number, its format in braces
 *   合计     | ƒSUM(B1:B2)→12        a formula and its stored result (without → it has none)
 *   "  其他" | !#DIV/0! | 一级\n指标  quotes keep blanks, "!" an error value, \n a line break
 *
 * An empty cell is no cell; "{0.00}" alone is an empty cell with a format; an empty line is an empty row.
 */
import { type Area, cellKey, parseA1 } from "../../src/model/address";
import { EMPTY, type CellValue, type GridCell, type SheetGrid } from "../../src/model/grid";

export interface SheetOptions {
  readonly name?: string;
  /** Address of the picture's first cell. */
  readonly at?: string;
  /** False: the host does not know merges, as Excel before ExcelApi 1.13. */
  readonly merges?: boolean;
  readonly visibility?: SheetGrid["visibility"];
  readonly protected?: boolean;
}

export function sheet(picture: string, options: SheetOptions = {}): SheetGrid {
  const origin = parseA1(options.at ?? "A1") ?? { row: 1, col: 1 };
  const cells: GridCell[] = [];
  const areas = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  const anchors = new Map<number, number>();
  lines(picture).forEach((line, i) => {
    const row = origin.row + i;
    line.forEach((text, j) => {
      const col = origin.col + j;
      const key = cellKey(row, col);
      if (text === "<" || text === "^") {
        const anchor = anchors.get(text === "<" ? cellKey(row, col - 1) : cellKey(row - 1, col));
        const area = anchor === undefined ? undefined : areas.get(anchor);
        if (anchor === undefined || !area) throw new Error(`nothing to merge with at row ${row}, column ${col}`);
        anchors.set(key, anchor);
        area.bottom = Math.max(area.bottom, row);
        area.right = Math.max(area.right, col);
        return;
      }
      anchors.set(key, key);
      areas.set(key, { top: row, left: col, bottom: row, right: col });
      const cell = readCell(text);
      if (cell) cells.push({ row, col, ...cell });
    });
  });
  const merges: Area[] = [...areas.values()].filter((area) => area.bottom > area.top || area.right > area.left);
  return {
    name: options.name ?? "Sheet1",
    visibility: options.visibility ?? "visible",
    protected: options.protected ?? false,
    cells,
    merges: options.merges === false ? null : merges,
  };
}

/** Lines without the picture's indentation; the first and last line break are its frame. */
function lines(picture: string): string[][] {
  const body = picture.replace(/^[ \t]*\n/, "").replace(/\n[ \t]*$/, "");
  return body.split("\n").map((line) => line.split("|").map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, "")));
}

function readCell(text: string): Omit<GridCell, "row" | "col"> | null {
  const formatted = /^(.*)\{([^}]*)\}$/s.exec(text);
  const format = formatted?.[2] ?? "General";
  const body = formatted?.[1] ?? text;
  if (text === "") return null;
  if (body === "") return { value: EMPTY, formula: null, format };
  if (body.startsWith("ƒ")) {
    const [formula = "", result] = body.slice(1).split("→");
    return { value: result === undefined ? EMPTY : constant(/^[\d.]+$/.test(result) ? `#${result}` : result), formula, format };
  }
  return { value: constant(body), formula: null, format };
}

function constant(text: string): CellValue {
  if (text.startsWith("#")) return { kind: "number", digits: text.slice(1) };
  if (text.startsWith("!")) return { kind: "error", code: text.slice(1) };
  const quoted = /^"(.*)"$/s.exec(text);
  return { kind: "text", text: (quoted?.[1] ?? text).replace(/\\n/g, "\n") };
}

/** A picture's rows without the picture, for generated sheets. */
export function joinPictures(...pictures: readonly string[]): string {
  return pictures.map((picture) => picture.replace(/^[ \t]*\n/, "").replace(/\n[ \t]*$/, "")).join("\n");
}

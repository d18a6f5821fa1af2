/** Cells as text, the way Excel and WPS put them on the clipboard: tabs between cells, line ends between rows, quotes where needed. */

export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\n\r]/.test(text) || text.startsWith('"') ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Reads what `toTsv` writes and what Excel, WPS and plain text editors put there. A last line end ends no further row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const field = readField(text, at);
    row.push(field.text);
    at = field.end;
    const separator = text[at];
    if (separator === "\t") {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (separator === undefined) return rows;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at >= text.length) return rows;
  }
}

/** A field that begins with a quote goes on to its closing one, if there is one before a separator; otherwise quotes are text. */
function readField(text: string, from: number): { readonly text: string; readonly end: number } {
  if (text[from] === '"') {
    let content = "";
    for (let at = from + 1; ; ) {
      const quote = text.indexOf('"', at);
      if (quote < 0) break;
      content += text.slice(at, quote);
      if (text[quote + 1] === '"') {
        content += '"';
        at = quote + 2;
        continue;
      }
      const next = text[quote + 1];
      if (next === undefined || next === "\t" || next === "\n" || next === "\r") return { text: content.replace(/\r\n?/g, "\n"), end: quote + 1 };
      break;
    }
  }
  const rest = /[\t\r\n]/g;
  rest.lastIndex = from;
  const end = rest.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end };
}

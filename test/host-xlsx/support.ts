/** What the tests of the adapter share. */
import { readdirSync, readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { join } from "node:path";
import { parseA1 } from "../../src/model/address";
import { type CellValue, EMPTY, type GridCell, type WorkbookGrid } from "../../src/model/grid";
import type { CellEdit, Mark, MarkCondition } from "../../src/model/write-plan";
import { FaultError } from "../../src/model/fault";

export const CORPUS = join(__dirname, "../corpus");

/** Every real workbook, by file name. */
export function corpusFiles(...folders: string[]): [string, Uint8Array][] {
  return folders.flatMap((folder) => readdirSync(join(CORPUS, folder)).map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(join(CORPUS, folder, name)))]));
}

export function hostile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(CORPUS, "hostile", name)));
}

export function num(digits: string): CellValue {
  return { kind: "number", digits };
}

export function text(value: string): CellValue {
  return { kind: "text", text: value };
}

export function cellAt(grid: WorkbookGrid, address: string, sheet: number | string = 0): GridCell | undefined {
  const found = typeof sheet === "number" ? grid.sheets[sheet] : grid.sheets.find((s) => s.name === sheet);
  const at = parseA1(address);
  return found?.cells.find((cell) => cell.row === at?.row && cell.col === at.col);
}

export function valueAt(grid: WorkbookGrid, address: string, sheet: number | string = 0): CellValue {
  return cellAt(grid, address, sheet)?.value ?? EMPTY;
}

export function ref(sheet: string, address: string): { sheet: string; row: number; col: number } {
  const at = parseA1(address);
  if (!at) throw new Error(address);
  return { sheet, ...at };
}

export function edit(sheet: string, address: string, before: CellValue, after: CellValue, format: string | null = null): CellEdit {
  return { ref: ref(sheet, address), before, after, format, shown: "", why: "测试", form: 0, field: "score" };
}

export function mark(sheet: string, address: string, severity: Mark["severity"] = "error", conditions?: readonly MarkCondition[]): Mark {
  const cell = ref(sheet, address);
  return { ref: cell, rule: "test/rule", severity, conditions: conditions ?? [{ kind: "no-reason", cell }] };
}

/** The fault that a call ends in; fails if it ends in anything else. */
export function faultOf(call: () => unknown): { code: string; message: string } {
  try {
    call();
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error("no fault");
}

export interface RawPart {
  readonly content: Buffer;
  /** Local header and data as they stand in the file. */
  readonly raw: Buffer;
  readonly compressed: Buffer;
}

/** The parts of a zip by an independent, trusting reader. */
export function partsOf(bytes: Uint8Array): Map<string, RawPart> {
  const b = Buffer.from(bytes);
  let end = b.length - 22;
  while (b.readUInt32LE(end) !== 0x06054b50) end--;
  const parts = new Map<string, RawPart>();
  // The directory stands right before its end record; where something precedes the archive, offsets are off by its length.
  const zip64 = b.readUInt16LE(end + 10) === 0xffff;
  const size64 = zip64 ? Number(b.readBigUInt64LE(end - 76 + 40)) : b.readUInt32LE(end + 12);
  let at = end - (zip64 ? 76 : 0) - size64;
  const shift = zip64 ? 0 : at - b.readUInt32LE(end + 16);
  for (let n = zip64 ? Number(b.readBigUInt64LE(end - 76 + 32)) : b.readUInt16LE(end + 10); n > 0; n--) {
    const method = b.readUInt16LE(at + 10);
    const nameLength = b.readUInt16LE(at + 28);
    const extra = at + 46 + nameLength;
    const wide = b.readUInt32LE(at + 42) === 0xffffffff;
    const size = wide ? Number(b.readBigUInt64LE(extra + 12)) : b.readUInt32LE(at + 20);
    const start = (wide ? Number(b.readBigUInt64LE(extra + 20)) : b.readUInt32LE(at + 42)) + shift;
    const data = start + 30 + b.readUInt16LE(start + 26) + b.readUInt16LE(start + 28);
    const compressed = b.subarray(data, data + size);
    parts.set(b.toString("utf8", at + 46, at + 46 + nameLength), { raw: b.subarray(start, data + size), compressed, content: method === 0 ? compressed : inflateRawSync(compressed) });
    at += 46 + nameLength + b.readUInt16LE(at + 30) + b.readUInt16LE(at + 32);
  }
  return parts;
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (!part) throw new Error(`no part ${name}`);
  return part.content.toString("utf8");
}

/** Names of the parts whose stored bytes differ, are new or are gone. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const a = partsOf(before);
  const b = partsOf(after);
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const old = a.get(name);
    const now = b.get(name);
    return !old || !now || !old.raw.equals(now.raw);
  });
}

/** The same, by content. */
export function changedContents(before: Uint8Array, after: Uint8Array): string[] {
  const a = partsOf(before);
  const b = partsOf(after);
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
    const old = a.get(name);
    const now = b.get(name);
    return !old || !now || !old.content.equals(now.content);
  });
}

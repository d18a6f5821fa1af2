import { a1 } from "../model/address";
import type { CellEdit } from "../model/write-plan";
import { ConflictList } from "./conflict-list";
import type { FailedWrite } from "./session-state";
import { strings } from "./strings.zh-CN";

/** After a write that failed on its way: exactly which cells are which. */
export function FailedWriteBody({ failure }: { readonly failure: FailedWrite }) {
  const { fault, written, untouched, other, known } = failure;
  return (
    <>
      {fault.message}
      <div>{state(failure)}</div>
      {known && written.length > 0 && untouched.length > 0 && (
        <>
          <Cells word={strings.failedWrite.written} edits={written} />
          <Cells word={strings.failedWrite.untouched} edits={untouched} />
        </>
      )}
      {other.length > 0 && <ConflictList conflicts={other} />}
    </>
  );
}

function state({ known, written, untouched, residue }: FailedWrite): string {
  if (!known) return strings.failedWrite.unknown;
  if (written.length === 0) return residue ? strings.failedWrite.residue : strings.failedWrite.allUntouched;
  return untouched.length === 0 ? strings.failedWrite.allWritten(written.length) : strings.failedWrite.partly(written.length, untouched.length);
}

function Cells({ word, edits }: { readonly word: string; readonly edits: readonly CellEdit[] }) {
  return (
    <details>
      <summary>
        {word} {edits.length}
      </summary>
      {[...cellsBySheet(edits)].map(([sheet, cells]) => (
        <div key={sheet}>{`${sheet}${strings.colon}${cells.join(strings.listComma)}`}</div>
      ))}
    </details>
  );
}

function cellsBySheet(edits: readonly CellEdit[]): ReadonlyMap<string, readonly string[]> {
  const sheets = new Map<string, string[]>();
  for (const { ref } of edits) sheets.set(ref.sheet, [...(sheets.get(ref.sheet) ?? []), a1(ref)]);
  return sheets;
}

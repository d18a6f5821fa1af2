/** What lies on the desk: the open workbook, whether it is saved, and what there is to say. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CellRef } from "../model/address";
import { copyName } from "./file-name";
import { EditSession } from "./edit-session";
import { download, faultOf, fileBytes } from "./files";
import type { Channel } from "./protocol";
import { strings } from "./strings.zh-CN";
import type { OpenEngine } from "./recalculator";
import { WorkerHost } from "./worker-host";

export interface OpenWorkbook {
  readonly id: number;
  readonly name: string;
  readonly sample: boolean;
  readonly host: WorkerHost;
  readonly session: EditSession;
}

interface Source {
  readonly name: string;
  readonly sample: boolean;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}

export interface Desk {
  readonly open: OpenWorkbook | null;
  /** Name of what is being opened. */
  readonly waiting: string | null;
  readonly unsaved: boolean;
  /** What went wrong: stays until it is dismissed. */
  readonly fault: string | null;
  /** What is worth knowing; `count` tells two equal notes apart. */
  readonly note: { readonly text: string; readonly count: number } | null;
  readonly shownCell: CellRef | null;
  /** A workbook that would replace unsaved work: asked about first. */
  readonly asked: string | null;
  readonly openFiles: (files: readonly File[]) => void;
  readonly answer: (discard: boolean) => void;
  readonly save: () => void;
  readonly say: (text: string) => void;
  readonly failed: (error: unknown) => void;
  readonly dismiss: () => void;
}

let lastId = 0;

export function useDesk(openChannel: () => Channel, openEngine: OpenEngine, sample: { readonly name: string; readonly bytes: () => Uint8Array<ArrayBuffer> }): Desk {
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [saved, setSaved] = useState<{ readonly id: number; readonly changes: number }>({ id: 0, changes: 0 });
  const [fault, setFault] = useState<string | null>(null);
  const [note, setNote] = useState<Desk["note"]>(null);
  const [shownCell, setShownCell] = useState<CellRef | null>(null);
  const [asked, setAsked] = useState<Source | null>(null);

  const changes = useSyncExternalStore(
    useCallback((listener) => open?.host.onView(listener) ?? (() => undefined), [open]),
    () => open?.host.changes ?? 0,
  );
  const unsaved = open !== null && changes !== (saved.id === open.id ? saved.changes : 0);

  const say = useCallback((text: string) => setNote((old) => ({ text, count: (old?.count ?? 0) + 1 })), []);
  const failed = useCallback((error: unknown) => setFault(faultOf(error).message), []);
  const dismiss = useCallback(() => {
    setFault(null);
    setNote(null);
  }, []);

  const turn = useRef(0);
  const start = useCallback(
    async (source: Source) => {
      const mine = ++turn.current;
      setWaiting(source.name);
      setFault(null);
      setNote(null);
      try {
        const host = await WorkerHost.open(openChannel(), await source.bytes(), openEngine);
        // Another file was chosen meanwhile.
        if (mine !== turn.current) {
          host.close();
          return;
        }
        const session = new EditSession(host, { say, failed, changed: (edits) => setShownCell(edits[0] ? { ...edits[0].ref } : null) });
        setShownCell(null);
        setOpen((old) => {
          old?.host.close();
          return { id: ++lastId, name: source.name, sample: source.sample, host, session };
        });
      } catch (error) {
        // The workbook that was open stays open.
        if (mine === turn.current) setFault(strings.failed(source.name, faultOf(error).message));
      } finally {
        if (mine === turn.current) setWaiting(null);
      }
    },
    [openChannel, openEngine, say, failed],
  );

  useEffect(() => {
    // The first minute: something to look at before anybody has found a file.
    void start({ name: sample.name, sample: true, bytes: sample.bytes });
  }, [start, sample]);

  const openFiles = useCallback(
    (files: readonly File[]) => {
      const file = files[0];
      if (!file) return;
      const source = { name: file.name, sample: false, bytes: () => fileBytes(file) };
      if (unsaved) setAsked(source);
      else {
        void start(source);
        if (files.length > 1) say(strings.oneFile);
      }
    },
    [unsaved, start, say],
  );

  const answer = useCallback(
    (discard: boolean) => {
      if (discard && asked) void start(asked);
      setAsked(null);
    },
    [asked, start],
  );

  const save = useCallback(async () => {
    if (!open) return;
    try {
      const at = open.host.changes;
      const bytes = await open.host.save();
      const name = copyName(open.name);
      download(bytes, name);
      setSaved({ id: open.id, changes: at });
      say(strings.saved(name));
    } catch (error) {
      failed(error);
    }
  }, [open, say, failed]);

  return { open, waiting, unsaved, fault, note, shownCell, asked: asked?.name ?? null, openFiles, answer, save: () => void save(), say, failed, dismiss };
}

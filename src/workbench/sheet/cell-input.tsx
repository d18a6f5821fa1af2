/**
 * The active cell's field. It is there, and has the focus, before anything is typed: only then does a Chinese input method
 * find a place to compose in with its first key. At rest it is transparent and empty.
 */
import { useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import type { Direction } from "./selection";

/** "type": begun by typing, arrows commit; "edit": begun by F2 or double click, arrows move the caret. */
type Mode = "rest" | "type" | "edit";

export interface CellInputHandle {
  /** Begins to edit, as F2 does. */
  begin(): void;
  focus(): void;
}

export interface CellInputProps {
  readonly ref: React.Ref<CellInputHandle>;
  readonly label: string;
  readonly describedBy: string;
  readonly readOnly: boolean;
  /** The text that editing begins with. */
  readonly startText: string;
  readonly onCommit: (text: string, then: Direction | null) => void;
  /** A key at rest; true if it was used. */
  readonly onKey: (event: React.KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** Typing where nothing may be typed. */
  readonly onRefused: () => void;
  readonly onCopy: (event: React.ClipboardEvent) => void;
  readonly onCut: (event: React.ClipboardEvent) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
}

const COMMITTING: Readonly<Record<string, Direction>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

export function CellInput(props: CellInputProps) {
  const { ref, label, describedBy, readOnly, startText, onCommit, onKey, onRefused } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<Mode>("rest");
  const [text, setText] = useState("");
  const composing = useRef(false);

  useLayoutEffect(() => {
    if (mode === "edit") field.current?.setSelectionRange(startText.length, startText.length);
  }, [mode, startText]);

  useImperativeHandle(ref, () => ({ begin, focus: () => field.current?.focus({ preventScroll: true }) }));

  function begin(): void {
    if (mode !== "rest") {
      setMode("edit");
      return;
    }
    if (readOnly) {
      onRefused();
      return;
    }
    setText(startText);
    setMode("edit");
  }

  function rest(): void {
    setMode("rest");
    setText("");
  }

  function commit(then: Direction | null): void {
    const typed = field.current?.value ?? text;
    rest();
    if (typed === startText) {
      // F2 and Enter without a change must not turn a text into a number.
      if (then) onCommit(startText, then);
      return;
    }
    onCommit(typed, then);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
    // Keys belong to the input method until it is done; 229 is what some send for its last Enter.
    if (event.nativeEvent.isComposing || composing.current || event.keyCode === 229) return;
    if (mode === "rest") {
      if (event.key === "F2") begin();
      else if (event.key === "Backspace" && !readOnly) setMode("type");
      else if (!onKey(event)) return;
      event.preventDefault();
      return;
    }
    const arrow = mode === "type" && !event.shiftKey && !event.ctrlKey && !event.metaKey ? COMMITTING[event.key] : undefined;
    if (event.key === "Escape") rest();
    else if (event.key === "Enter" && event.altKey) insert("\n");
    else if (event.key === "Enter") commit(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") commit(event.shiftKey ? "left" : "right");
    else if (event.key === "F2") setMode(mode === "edit" ? "type" : "edit");
    else if (arrow) commit(arrow);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function insert(piece: string): void {
    const element = field.current;
    if (!element) return;
    element.setRangeText(piece, element.selectionStart, element.selectionEnd, "end");
    setText(element.value);
  }

  return (
    <textarea
      ref={field}
      className={mode === "rest" ? "wb-in" : "wb-in editing"}
      aria-label={label}
      aria-describedby={describedBy}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      readOnly={readOnly}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (mode === "rest") setMode("type");
      }}
      onCompositionStart={() => {
        composing.current = true;
        if (mode === "rest") setMode("type");
      }}
      onCompositionEnd={() => {
        composing.current = false;
      }}
      onKeyDown={onKeyDown}
      onBeforeInput={() => {
        if (readOnly) onRefused();
      }}
      onBlur={() => {
        composing.current = false;
        if (mode !== "rest") commit(null);
      }}
      onCopy={(event) => mode === "rest" && props.onCopy(event)}
      onCut={(event) => mode === "rest" && props.onCut(event)}
      onPaste={(event) => mode === "rest" && props.onPaste(event)}
    />
  );
}

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/**
 * A finding that is settled leaves the list, and with it whatever was focused inside. The keyboard then goes to the row that
 * took its place instead of back to the top of the page.
 */
export function useFocusRescue(list: RefObject<HTMLElement | null>, changes: unknown): void {
  const last = useRef(-1);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const remember = (event: FocusEvent): void => {
      const rows = rowsOf(element);
      const item = event.target instanceof Element ? event.target.closest("li") : null;
      last.current = rows.findIndex((row) => item?.contains(row) ?? false);
    };
    const forget = (event: FocusEvent): void => {
      // A removed element loses the focus to nothing; one that the user leaves, to something.
      if (event.relatedTarget) last.current = -1;
    };
    element.addEventListener("focusin", remember);
    element.addEventListener("focusout", forget);
    return () => {
      element.removeEventListener("focusin", remember);
      element.removeEventListener("focusout", forget);
    };
  }, [list]);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || last.current < 0 || element.ownerDocument.activeElement !== element.ownerDocument.body) return;
    const rows = rowsOf(element);
    rows[Math.min(last.current, rows.length - 1)]?.focus();
  }, [list, changes]);
}

function rowsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>("[data-finding]")];
}

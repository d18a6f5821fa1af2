/** Keys that step through the findings: n and p outside of fields, F8 and Shift+F8 anywhere. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly target: EventTarget | null;
  readonly nativeEvent: { readonly isComposing: boolean };
}

export function stepOfKey(event: KeyPress): 1 | -1 | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return null;
  if (event.key === "F8") return event.shiftKey ? -1 : 1;
  if (event.shiftKey || takesText(event.target)) return null;
  if (event.key === "n") return 1;
  return event.key === "p" ? -1 : null;
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"));
}

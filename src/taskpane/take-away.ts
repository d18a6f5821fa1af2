/** Getting a text out of the pane. Excel's browsers do not allow every way, so each tells whether it went. */

/** By the clipboard, else by what the field has selected; false leaves it selected, for the user's own Ctrl+C. */
export async function copyFrom(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No clipboard in this browser, or none for an add-in.
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // After the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What jsdom lacks, and the helpers of render.tsx. */
import { act } from "./render";
import { settled } from "./workbook";

if (typeof CSS === "undefined" || !("escape" in CSS)) Object.defineProperty(globalThis, "CSS", { value: { escape: (text: string) => text.replace(/[^\w-]/g, (c) => `\\${c}`) } });

// axe and Fluent are slow beside other work.
jest.setTimeout(60_000);

export async function settle(): Promise<void> {
  await act(() => settled());
}

export * from "./render";

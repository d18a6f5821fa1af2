/** What every browser has and jsdom lacks. Imported before anything that uses it. */
import { TextDecoder, TextEncoder } from "node:util";

Object.assign(globalThis, { TextDecoder, TextEncoder });

// In Node's own environment these are there, and are not to be replaced.
if (typeof URL.createObjectURL !== "function") {
  let made = 0;
  Object.assign(URL, { createObjectURL: () => `blob:jsdom/${++made}`, revokeObjectURL: () => undefined });
}

/** Files in and out of the page; nothing of this touches a network. */
import { FaultError, type Fault } from "../model/fault";
import { strings } from "./strings.zh-CN";

/** Larger than any workbook that is read: refused before it fills the memory. */
const MAX_FILE = 512 * 1024 * 1024;

export async function fileBytes(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_FILE) throw new FaultError("too-large", strings.faults.tooLarge);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new FaultError("unreadable", strings.faults.unreadable, { cause });
  }
}

/** Reads a base64 data: address without a request. */
export function dataBytes(address: string): Uint8Array<ArrayBuffer> {
  const binary = atob(address.slice(address.indexOf(",") + 1));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Hands bytes to the browser's downloads, which never overwrites a file without asking. */
export function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function faultOf(error: unknown): Fault {
  return error instanceof FaultError ? error.fault : { code: "internal", message: strings.faults.internal };
}

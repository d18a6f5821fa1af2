/** What a file is that is no zip: so that the message can say what to do. */
import * as faults from "./faults";

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws FaultError unless the bytes begin as a zip does. */
export function checkKind(bytes: Uint8Array): void {
  if (begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0x50, 0x4b, 5, 6])) return;
  if (bytes.length === 0) throw faults.notAWorkbook("文件是空的", "请重新取得原文件");
  if (begins(bytes, OLE)) throw containsStream(bytes, "EncryptedPackage") ? faults.encrypted() : faults.oldFormat();
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw faults.notAWorkbook("这是 PDF 文件，不是工作簿", "请选择原来的 .xlsx 文件");
  if (begins(bytes, [0x52, 0x61, 0x72, 0x21]) || begins(bytes, [0x37, 0x7a, 0xbc, 0xaf]) || begins(bytes, [0x1f, 0x8b])) {
    throw faults.notAWorkbook("这是压缩包，不是工作簿", "请先解压，再选择其中的 .xlsx 文件");
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 2048)).replace(/^\ufeff/, "").trimStart();
  if (/^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) throw faults.notAWorkbook("这是 XML 表格 2003，不是 .xlsx");
  if (/^<(!doctype html|html|head|meta|table|body|style)/i.test(start)) throw faults.notAWorkbook("这是网页格式的表格（只是改了扩展名），不是 .xlsx");
  if (bytes.subarray(0, 2048).every((byte) => byte !== 0)) throw faults.notAWorkbook("这是文本或 CSV 文件，不是工作簿");
  throw faults.notAWorkbook("这不是 .xlsx 工作簿", "请选择 .xlsx 文件；其他格式请先用 Excel 或 WPS 另存为 .xlsx");
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Whether an OLE file's directory names a stream: names stand there as UTF-16, and nowhere else this one would. */
function containsStream(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let n = 0;
    while (n < name.length && bytes[at + n * 2] === name.charCodeAt(n) && bytes[at + n * 2 + 1] === 0) n++;
    if (n === name.length) return true;
  }
  return false;
}

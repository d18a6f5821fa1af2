/** What the adapter tells people: what happened, and what to do. The caller adds the file's name. */
import { FaultError } from "../../model/fault";

const RESAVE = "请用 Excel 或 WPS 打开并另存为 .xlsx 后再试";

export function encrypted(): FaultError {
  return new FaultError("encrypted", "文件设置了打开密码，无法读取。请用 Excel 或 WPS 打开，去除打开密码后另存为 .xlsx 再试。");
}

/** `what` names the kind of file, `hint` what to do with it. */
export function notAWorkbook(what: string, hint: string = RESAVE): FaultError {
  return new FaultError("unsupported-format", `${what}。${hint}。`);
}

export function oldFormat(): FaultError {
  return notAWorkbook("这是旧的 .xls 或 .et 格式，不是 .xlsx", "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试");
}

export function truncated(): FaultError {
  return new FaultError("damaged", "文件不完整（可能没有传完或拷贝中断）。请重新取得原文件后再试。");
}

/** The zip container itself is broken; `detail` says where. */
export function damagedArchive(detail: string): FaultError {
  return new FaultError("damaged", `文件已损坏：${detail}。请用 Excel 打开并修复、另存后再试。`);
}

/** One part of the package is broken or missing. */
export function damagedPart(part: string, detail: string, cause?: unknown): FaultError {
  return new FaultError("damaged", `文件已损坏：部件 ${part} ${detail}。请用 Excel 打开并修复、另存后再试。`, { cause });
}

export function unsafeDoctype(part: string): FaultError {
  return new FaultError("unsafe", `文件的部件 ${part} 含有文档类型定义（DOCTYPE），正常的工作簿不会有，为安全起见不予读取。${RESAVE}。`);
}

export function unsafeName(name: string): FaultError {
  return new FaultError("unsafe", `文件内部有不安全的路径“${name}”，为安全起见不予读取。${RESAVE}。`);
}

export function duplicateName(name: string): FaultError {
  return new FaultError("unsafe", `文件内部有两个同名部件“${name}”，无法确定以哪个为准，不予读取。${RESAVE}。`);
}

export function overlappingParts(name: string): FaultError {
  return new FaultError("unsafe", `文件内部的部件“${name}”与其他部件重叠，正常的工作簿不会这样，不予读取。${RESAVE}。`);
}

export function tooLarge(detail: string): FaultError {
  return new FaultError("too-large", `文件过大：${detail}。请删去不需要的图片、工作表或空白区域，另存后再试。`);
}

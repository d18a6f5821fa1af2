/** Everything that this host tells people: what happened, what was done, what to do. */

/** What was done by the time something failed; the second sentence of a fault's message. */
export const DONE = {
  read: "读取已停止，没有改动任何内容",
  nothingWritten: "没有写入任何内容",
  restored: "已写入的单元格和标记已全部恢复原样",
  marksLeft: "部分标记可能尚未移除，单元格内容没有改动",
  stateKept: "设置、说明或撤销记录没有存入工作簿",
  none: "没有改动任何内容",
  selfTest: "自检没有做完，这个空白工作簿里可能留有测试内容，请不保存直接关闭它",
} as const;

export const HAPPENED = {
  accessDenied: (sheets: readonly string[]): string =>
    sheets.length > 0 ? `工作表${sheetList(sheets)}受保护，Excel 拒绝了操作` : "工作簿或工作表受保护、或以只读方式打开，Excel 拒绝了操作",
  editing: "有单元格正处于编辑状态，Excel 暂不接受操作",
  requestTooLarge: "一次写入的内容超过了 Excel 允许的大小（5 MB）",
  responseTooLarge: "一次读取的内容超过了 Excel 允许的大小（5 MB）",
  itemNotFound: "要操作的工作表或对象已不存在，可能刚被删除或改名",
  invalidArgument: "Excel 不接受某项内容（参数无效）",
  invalidReference: "要操作的单元格区域已失效",
  conflict: "工作簿正被其他操作或其他人占用",
  general: "Excel 内部出错",
  notFound: "当前 Excel 版本缺少所需功能",
  timeout: "Excel 长时间没有响应",
  busy: "Excel 正忙，同时进行的操作过多",
  offline: "与 Excel 的连接中断",
  unknown: (code: string): string => `Excel 拒绝了操作（${code}）`,
} as const;

export const TODO = {
  unprotect: "请在“审阅”中撤销工作表保护（如有密码请向编制单位索取）后重试，或在预览中不勾选这些工作表的单元格",
  leaveCell: "请按 Enter 或 Esc 结束编辑后重试",
  writeLess: "请在预览中分批勾选后写入",
  readLess: "请删除不需要的工作表或空白区域，另存后再试",
  again: "请重新点“重算并校验”后再试",
  checkSheet: "请检查该工作表是否有数据透视表、筛选或外部链接影响写入，处理后重试",
  wait: "请稍候重试；如仍失败，请保存工作簿并重新打开 Excel",
  update: "请升级到 Excel 2021、2024 或 Microsoft 365 后再试",
  report: "请重试；如仍失败，请保存工作簿并重新打开 Excel，再把上面的错误代码告诉维护人员",
} as const;

/** "…。…。…。" */
export function sentences(...parts: readonly string[]): string {
  return parts.map((part) => `${part}。`).join("");
}

export const TOO_OLD = sentences("当前 Excel 版本过旧，无法运行绩效自评复核（需要 ExcelApi 1.9）", DONE.none, TODO.update);

export const NOT_EMPTY = sentences("请在空白工作簿中运行自检", "这个工作簿里有内容，自检会写入并清除单元格", "请新建一个空白工作簿，在其中打开本面板再试");

export function protectedSheets(sheets: readonly string[], cells: readonly string[]): string {
  return sentences(`工作表${sheetList(sheets)}受保护，不能写入 ${some(cells)}`, DONE.nothingWritten, TODO.unprotect);
}

export function tooManyCells(sheet: string, cells: number): string {
  return sentences(`工作表“${sheet}”的已用区域过大（约 ${Math.round(cells / 10_000)} 万个单元格），无法读取`, DONE.read, "请删除远处多余的内容和空白行列，保存后再试");
}

export function noSuchSheet(sheet: string): string {
  return sentences(`找不到工作表“${sheet}”，可能刚被删除或改名`, DONE.none, TODO.again);
}

export function hiddenSheet(sheet: string, veryHidden: boolean): string {
  const todo = veryHidden ? "该表被设为深度隐藏，须由编制人在 VBA 编辑器中取消" : "如需查看，请右键单击任一工作表标签，选择“取消隐藏”";
  return sentences(`工作表“${sheet}”是隐藏的，无法定位到单元格`, "没有取消隐藏", todo);
}

/** A write that could not be undone by itself: which cells hold what. */
export function interrupted(happened: string, written: readonly string[], others: readonly string[], untouched: number): string {
  const parts = [
    written.length > 0 ? `已写入新值：${some(written)}` : "",
    others.length > 0 ? `内容既非原值也非新值（可能被他人修改）：${some(others)}` : "",
    untouched > 0 ? `其余 ${untouched} 个单元格为原值` : "",
    written.length + others.length === 0 ? "部分数字格式、标记或设置可能未恢复" : "",
  ];
  return sentences(happened, "写入中断，自动恢复未能全部完成", parts.filter((part) => part !== "").join("；"), "请点“撤销上次写回”恢复原值，或重新“重算并校验”后继续写入");
}

/** Neither written nor untouched is certain: the cells could not be read any more. */
export function uncertain(happened: string, cells: number): string {
  return sentences(happened, `写入中断，且无法重新读取：${cells} 个单元格中可能有一部分已写入`, "请点“撤销上次写回”，凡已写入的都会恢复原值，未写入的不受影响");
}

export const UNDO_WHY = "撤销：恢复原来的内容";

function sheetList(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join("、");
}

export function sheetCell(sheet: string, cell: string): string {
  return `“${sheet}”${cell}`;
}

function some(cells: readonly string[]): string {
  return cells.slice(0, 20).join("、") + (cells.length > 20 ? ` 等 ${cells.length} 个单元格` : "");
}

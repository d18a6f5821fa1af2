/** Names of saved copies: never the name of the file that was opened. */
const SUFFIX = "-已复核";

/** 甲.xlsx → 甲-已复核.xlsx → 甲-已复核-2.xlsx → 甲-已复核-3.xlsx */
export function copyName(name: string): string {
  const base = name.replace(/\.xls[xm]$/i, "");
  const extension = /\.xlsm$/i.test(name) ? ".xlsm" : ".xlsx";
  if (base.endsWith(SUFFIX)) return `${base}-2${extension}`;
  const again = new RegExp(`^(.*${SUFFIX})-(\\d{1,6})$`).exec(base);
  return again ? `${again[1] ?? base}-${parseInt(again[2] ?? "1", 10) + 1}${extension}` : `${base}${SUFFIX}${extension}`;
}

/** What the command line itself says: its help, and what is wrong with its words. */
export const strings = {
  help: `绩效自评复核：重算并校验 .xlsx 工作簿中的绩效自评表、目标申报表、目标表

用法：npm run --silent review -- 工作簿.xlsx [更多.xlsx | 文件夹 ...] [选项]

  --json 文件|-        机器可读的结果；“-”为标准输出，此时标准输出上没有别的内容
  --write 文件夹       把重算并标记后的副本以原文件名写入该文件夹；原文件不会改动
  --report 文件.html   可打印的复核报告
  --policy 编号        计分口径；默认 auto：按表上的年度和地区选择
  --scores keep|rule   keep（默认）：填空白、改算术错误，不动人工给出的得分
                       rule：与规则得分不同的指标得分也按规则改写
  --fail-on error|warning|never   从哪一级问题起以 1 退出，默认 error
  --sheets             同时列出不是绩效表的工作表及原因
  --help, --version

退出码：0 没有达到 --fail-on 级别的问题；1 有；2 命令写法有误；3 有文件没有读成（其余文件照常复核）`,
  noInput: "没有给出要复核的工作簿或文件夹（--help 查看用法）",
  unknownOption: (option: string): string => `不认识的选项 ${option}（--help 查看用法）`,
  missingValue: (option: string): string => `选项 ${option} 后面缺少内容`,
  badChoice: (option: string, value: string, choices: readonly string[]): string => `选项 ${option} 不能是“${value}”，只能是 ${choices.join("、")}`,
  repeated: (option: string): string => `选项 ${option} 只能写一次`,
  wouldOverwrite: (path: string): string => `--write 会覆盖原文件 ${path}：请换一个文件夹`,
  sameOutput: (first: string, second: string): string => `${first} 与 ${second} 会写成同一个文件：请分开复核，或改名`,
  notFound: (path: string): string => `${path}：没有这个文件或文件夹，请检查路径`,
  emptyFolder: (path: string): string => `${path}：文件夹里没有工作簿（.xlsx）`,
  unreadable: (path: string, code: string): string => `${path}：系统不允许读取（${code}），请检查权限，或关闭正在使用它的程序`,
  unwritable: (path: string, code: string): string => `${path}：无法写入（${code}），请检查文件夹权限和磁盘空间`,
  tooLarge: (path: string, megabytes: number): string => `${path}：文件超过 ${megabytes} MB，请拆分后再复核`,
  faultIn: (path: string, message: string): string => `${path}：${message}`,
  internal: (path: string, detail: string): string => `${path}：程序内部出错，这不是表的问题，请把本文件和这行信息反馈给开发者（${detail}）`,
} as const;

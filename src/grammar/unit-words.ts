/**
 * Words that are units, for splitting "2小时到场" into 2, 小时 and the rest. What a unit is worth stands in units.ts.
 * Adding a unit = adding it to a line.
 */
const LINES: readonly string[] = [
  // shares
  "% ‰ ‱ 百分比 个百分点 百分点 成 倍",
  // money
  "元 角 分 美元 欧元 港元 日元 英镑 元人民币",
  // people and their visits
  "人 名 位 人次 人员 人数 人份 人天 人日 人月 人年 人时 人民币 患者 例次 诊次",
  // households, bodies
  "户 户次 家 家次 个 所 处 社区 村 乡镇 街道 镇 县 区 省 市 企业 单位 机构 部门 医院 学校",
  // happenings
  "次 次数 台次 人台次 场 场次 期 期次 班 班次 批 批次 轮 轮次 趟 回 届 起 件 件次 宗 桩 例 例数 案 车次 架次 航次 床次 频次 点次 针次 剂次 课次",
  // things
  "份 本 册 卷 套 台 台套 台件 辆 部 架 艘 只 头 匹 条 根 支 枝 张 幅 面 块 片 棵 株 粒 枚 颗 把 件套 项 项次 种 类 款 样 篇 篇次 则 首 段 句 字 页 版 幢 栋 座 间 套次 层 单元 扇 门 口 眼 盏 束 朵 瓶 盒 箱 袋 包 桶 罐 吨次 桌 床 床位 张床 席 席位 座位 车位 车 机 盘 组 队 对 双 副 群 节 节课 课 门课 学分 课时 学时 题 道 点 点位 站 站点 线 通 通次 封 单 票 笔 户头 账户 剂 针 支次 管 颗粒 份数 个数 家数 件数 项数 篇数 户数 端口 端 路 节点 用户 条次 条目 公众号 平台 系统 网点 级 号 岁 周岁 亿次 标段 工位 岗位 岗 人岗",
  // time
  "秒 秒钟 毫秒 分钟 小时 个小时 时 钟头 天 日 个工作日 工作日 个自然日 自然日 日历天 周 星期 个星期 个月 月 月份 季度 个季度 季 年 年度 年次 学年 学期 个学期 夜 晚 床日 台班 工日 天次",
  // length, area, volume, mass, energy
  "米 千米 公里 里 厘米 毫米 延米 延长米 平方 平方米 平方公里 平方千米 公顷 亩 亩次 平米 立方 立方米 方 升 毫升 吨 千克 公斤 斤 克 毫克 担 度 千瓦 千瓦时 兆瓦 瓦 伏 安 兆 分贝 ℃ 摄氏度 ㎡ m² m2 m³ m3 km km² m cm mm kg g mg t L ml kW kWh MW h min s GB MB TB KB PB Mbps Gbps dB pH",
  "标准煤 吨标准煤 吨标煤",
];
export const UNIT_WORDS: readonly string[] = LINES.flatMap((line) => line.split(" "));

/** Multipliers that belong to the unit (≥15万, 万元): the number itself is never multiplied. */
export const MULTIPLIERS: readonly string[] = ["万", "亿", "万亿", "百万", "千万", "十万", "百亿", "十亿", "千亿", "千", "百"];
/** Multipliers that may stand without a further unit. */
export const BARE_MULTIPLIERS: ReadonlySet<string> = new Set(["万", "亿", "万亿", "百万", "千万", "千"]);

/** Units only right behind an operator or at the start: inside a sentence they number things (4级, 3号楼, 二期). */
export const UNITS_AT_START_ONLY: ReadonlySet<string> = new Set([
  "级", "号", "届", "版", "期", "代", "类", "季", "点", "时", "日", "月", "月份", "年", "层", "路", "线", "站", "队", "组", "班", "区", "里", "分", "度", "成", "条", "单元", "字", "门", "口", "章", "节", "部",
]);
/** Units that describe who is meant rather than what is to be reached: 65岁以上老人管理率70%. */
export const DESCRIBING_UNITS: ReadonlySet<string> = new Set(["岁", "周岁"]);

/** Signs that join units: 元/人·月, 次.周. */
export const UNIT_JOINTS = "/·.*•・×⋅∙";

/** A word of this kind ends an unknown unit: 12菜品以上, 3道题目完成. */
export const NOT_IN_UNIT: readonly string[] = [
  "以上", "以下", "以内", "之内", "之间", "左右", "上下", "及", "和", "与", "的", "地", "得", "完成", "通过", "到场", "到达", "响应", "达", "内", "前", "后", "起", "不", "未", "有", "无",
  "为", "已", "是", "在", "由", "被", "可", "应", "需", "均", "等", "或", "含", "其中", "合格", "覆盖", "满意", "解决", "处理", "修复", "反馈", "办结", "发放", "保障", "到位", "竣工", "验收",
  "上线", "交付", "建成", "结束", "完毕", "超", "至", "底", "末", "每", "共", "约", "且", "并", "全部", "达标", "提升", "提高", "增加", "减少", "下降", "上升", "增长", "多", "余", "目标", "实际", "优秀", "良好",
];
/** Behind a number they make it a name: 12345热线, 120急救. */
export const NAMED_BY_NUMBER: readonly string[] = ["热线", "急救", "消防", "联动", "专线", "指挥", "平台热线", "工程", "计划", "模式", "行动", "标准", "条例", "战略"];
/** In print these units stand in brackets, for without them the value would read as a date: 12(月). */
export const DATE_LIKE_UNITS = "年月日号季上下";

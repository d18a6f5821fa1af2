/**
 * Words that place a form in Shanghai: the city, or a district whose name no other city has.
 * 普陀区 (also 舟山) and 宝山区 (also 双鸭山) need the city's name beside them.
 */
export const SHANGHAI_PLACES: readonly string[] = [
  "上海", "黄浦区", "徐汇区", "长宁区", "静安区", "虹口区", "杨浦区", "闵行区", "嘉定区", "浦东新区", "金山区", "松江区", "青浦区", "奉贤区", "崇明区",
];

/** The sheet's own style sheet. Paper stays white in every theme: the workbook's colours are made for it. */

/** Pixels at 100 %. */
export const HEAD_ROW = 20;
export const HEAD_COL = 40;

export const SHEET_CSS = `
.wb-scroll{flex:1;min-height:0;overflow:auto;background:#e9e9e9;position:relative;outline:none;scroll-padding:${HEAD_ROW}px 0 0 ${HEAD_COL}px}
.wb-sheet{border-collapse:separate;border-spacing:0;table-layout:fixed;background:#fff;color:#000;font:14.67px SimSun,"Noto Serif CJK SC",serif;cursor:cell;user-select:none}
.wb-sheet th{position:sticky;background:#f3f3f3;color:#444;font:11px/1.2 system-ui,sans-serif;padding:0;border:0 solid #cfcfcf;border-width:0 1px 1px 0;box-sizing:border-box;z-index:4;cursor:default;text-align:center;vertical-align:middle;overflow:hidden}
.wb-sheet thead th{top:0;height:${HEAD_ROW}px;z-index:5}
.wb-sheet tbody th{left:0}
.wb-sheet thead th.corner{left:0;z-index:6}
.wb-sheet th.on{background:#d6e5d9;color:#0b5a2b;font-weight:600}
.wb-sheet td{padding:0 2px;box-sizing:border-box;line-height:1.2;background-clip:padding-box;background-color:#fff;overflow:visible}
.wb-sheet td.b{overflow:hidden}
.wb-sheet td.gap{border:0;padding:0}
.wb-sheet td.stuck{position:sticky;z-index:2}
.wb-sheet td.stuck-t{z-index:3}
.wb-sheet td.stuck-t.stuck-l{z-index:4}
.wb-sheet .edge-b{border-bottom-color:#8a8a8a!important;border-bottom-style:solid!important}
.wb-sheet .edge-r{border-right-color:#8a8a8a!important;border-right-style:solid!important}
.wb-pic{position:relative;width:0;height:0;z-index:2;pointer-events:none}
.wb-pic.stuck-t,.wb-pic.stuck-l{position:sticky}
.wb-pic.stuck-l{left:0;z-index:3}
.wb-pic.stuck-t{top:0;z-index:4}
.wb-pic.stuck-t.stuck-l{z-index:5}
.wb-pic>div{position:absolute;overflow:hidden}
.wb-pic img{position:absolute;display:block;max-width:none}
.wb-sheet .c{overflow:hidden;overflow-wrap:anywhere}
.wb-sheet .c.num{overflow:visible}
.wb-sheet .stacked{writing-mode:vertical-rl;text-orientation:upright;margin:auto}
.wb-sheet .up{writing-mode:vertical-rl;transform:rotate(180deg);margin:auto}
.wb-sheet .down{writing-mode:vertical-rl;margin:auto}
.wb-sheet td.m-error{background-color:#FFC7CE!important;color:#9C0006!important}
.wb-sheet td.m-warning{background-color:#FFEB9C!important;color:#9C5700!important}
.wb-sheet td.m-info{background-color:#DDEBF7!important}
.wb-sheet td.f,.wb-sheet td.at{position:relative}
.wb-sheet td.stuck.f,.wb-sheet td.stuck.at{position:sticky}
.wb-sheet td.f::after{content:"";position:absolute;right:0;top:0;border:4px solid;border-color:#b10e1c #b10e1c transparent transparent;pointer-events:none}
.wb-sheet td.f-warning::after{border-color:#9c5700 #9c5700 transparent transparent}
.wb-sheet td.f-info::after{border-color:#1f5c99 #1f5c99 transparent transparent}
.wb-sheet td.in{box-shadow:inset 0 0 0 999px rgba(33,115,70,.13)}
.wb-sheet td.at{z-index:1;box-shadow:none}
.wb-sheet td.stuck.at{z-index:2}
.wb-sheet td.stuck-t.at{z-index:3}
.wb-sheet td.stuck-t.stuck-l.at{z-index:4}
.wb-sheet td.at::before{content:"";position:absolute;inset:-1px;border:2px solid #217346;pointer-events:none;z-index:2}
.wb-in{position:absolute;inset:0;width:100%;height:100%;min-width:100%;margin:0;padding:0 2px;border:0;outline:none;resize:none;background:transparent;color:transparent;caret-color:transparent;font:inherit;line-height:1.2;text-align:inherit;overflow:hidden;cursor:cell;box-sizing:border-box;z-index:1;white-space:pre-wrap}
.wb-sheet td.at:has(.editing){z-index:4}
.wb-in.editing{inset:0 auto auto 0;background:#fff;color:#000;caret-color:#000;cursor:text;height:auto;min-height:100%;field-sizing:content;width:max-content;max-width:max(100%,min(320px,70vw));z-index:7;box-shadow:0 2px 8px rgba(0,0,0,.3);user-select:text}
.wb-tip{position:fixed;z-index:30;width:max-content;max-width:min(320px,calc(100vw - 16px));box-sizing:border-box;padding:8px 10px;border-radius:4px;background:#fffdf2;color:#1b1a19;border:1px solid #8a8886;box-shadow:0 4px 12px rgba(0,0,0,.25);font:13px/1.45 system-ui,"Microsoft YaHei","Noto Sans CJK SC",sans-serif;pointer-events:none;white-space:pre-wrap}
.wb-tip p{margin:0}.wb-tip p+p{margin-top:6px}.wb-tip b{margin-right:6px}
.wb-hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-color-scheme:dark){
.wb-scroll{background:#1b1b1b}
.wb-sheet th{background:#2b2b2b;color:#d0d0d0;border-color:#454545}
.wb-sheet th.on{background:#1d4a33;color:#d9f5e5}
.wb-tip{background:#2b2b2b;color:#f3f2f1;border-color:#8a8886}
}
@media (forced-colors:active){
.wb-sheet td,.wb-sheet th{forced-color-adjust:auto}
.wb-sheet td.at::before{border-color:Highlight;forced-color-adjust:none}
.wb-sheet td.in{outline:1px dashed Highlight;outline-offset:-2px}
.wb-sheet td.f::after{border-color:CanvasText CanvasText transparent transparent;forced-color-adjust:none}
.wb-in.editing{border:1px solid CanvasText}
}
`;

/** Severities differ by word and by line style too, so that a black-and-white print tells them apart. */
export const reportCss = `
body{font:14px/1.6 "Microsoft YaHei","Noto Sans CJK SC","PingFang SC",sans-serif;color:#222;margin:24px auto;max-width:900px;padding:0 16px}
h1{font-size:22px;margin:0}h2{font-size:17px;border-bottom:2px solid #444;padding-bottom:4px;margin-top:32px;word-break:break-all}h3{font-size:15px;margin:20px 0 4px}
.made,.policy,.source{color:#555;font-size:12px;margin:2px 0}.figures{margin:2px 0}.fault{color:#9c0006}.unchecked{font-weight:bold;margin:2px 0}
table{border-collapse:collapse;width:100%;margin:12px 0;font-size:13px}th,td{border:1px solid #999;padding:3px 8px;text-align:left;vertical-align:top;word-break:break-word}th{background:#f0f0f0}
ol{padding-left:24px}ol>li{margin:6px 0;padding-left:8px}li.error{border-left:4px solid #c00000}li.warning{border-left:4px dashed #b8860b}li.info{border-left:4px dotted #2f5597}
.cell{font-family:Consolas,monospace;font-size:12px}code{color:#666;font-size:11px}.steps{color:#333;font-size:12px;padding-left:18px}
@media print{body{margin:0;max-width:none;font-size:11pt}h2{break-before:page}section:first-of-type h2{break-before:auto}li,tr{break-inside:avoid}h3{break-after:avoid}}
@page{size:A4;margin:15mm}
`;

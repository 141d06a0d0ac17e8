/**
 * The whole look of a page as HTML: for phones first, then for wide screens and paper. It is the
 * exact text of the one `<style>` element, so that whoever serves a page can allow it by its hash.
 */
export const pageStyle = `
:root{color-scheme:light;--ink:#1c2024;--soft:#5a636e;--line:#d5dae0;--paper:#fff;--ground:#f4f6f8}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1rem/1.65 system-ui,-apple-system,"PingFang SC","PingFang TC","Noto Sans CJK SC",
"Noto Sans CJK TC","Microsoft YaHei","Microsoft JhengHei",sans-serif;overflow-wrap:anywhere}
main,footer{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0}
h2{font-size:1.2rem;line-height:1.4;margin:2rem 0 .5rem;padding-top:.75rem;
border-top:1px solid var(--line)}
p{margin:.5rem 0}
.subtitle,footer,cite{color:var(--soft);font-size:.9rem;font-style:normal}
ul{padding-left:1.25rem;margin:.5rem 0}
ul ul{margin:.25rem 0}
ul.numbered{list-style:none;padding-left:0}
ul.numbered ul.numbered{padding-left:1.25rem}
ul.numbered>li{margin:.4rem 0}
.label{font-weight:600;margin-right:.35em}
blockquote{margin:.75rem 0;padding:.25rem 0 .25rem .9rem;border-left:3px solid var(--line)}
blockquote p{margin:0}
dl{margin:.5rem 0}
dl>div{padding:.45rem 0;border-bottom:1px solid var(--line)}
dt{font-weight:600}
dd{margin:0}
table{width:100%;border-collapse:collapse;margin:.75rem 0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
td{display:block}
td::before{content:attr(data-label);display:block;color:var(--soft);font-size:.85rem}
@media (min-width:40em),print{
dl>div{display:grid;grid-template-columns:11rem 1fr;gap:1rem}
thead{position:static;width:auto;height:auto;clip-path:none;display:table-header-group}
tr{display:table-row}
td,th{display:table-cell;padding:.45rem .6rem .45rem 0;text-align:left;vertical-align:top;
border-bottom:1px solid var(--line)}
td::before{content:none}
.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
}
@media print{
@page{margin:18mm 16mm}
body{font-size:10.5pt;line-height:1.5}
main,footer{max-width:none;padding:0}
h2{break-after:avoid}
li,tr,blockquote,dl>div{break-inside:avoid}
}
`;

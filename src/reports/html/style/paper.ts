/** Paper: A4, light, without what can only be clicked. Numbers of evidence stay, and lead to the appendix at the end. */
export const paperStyle = `
@page{size:A4;margin:16mm 14mm}
@media print{
html{font-size:9.5pt;background:#fff}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip,.theme,nav,.drawer-close{display:none}
header{background:none;color:var(--ink);border-bottom:2pt solid var(--strong)}
.bar,main{padding-left:0;padding-right:0;max-width:none}
.bar{padding-top:0}
.opening{grid-template-columns:minmax(0,1fr) 20rem;gap:1.5rem}
.headline{font-size:1.45rem}
.table-box,.picture{overflow:visible}
.picture svg,.layers{min-width:0}
h2,h3,.group,summary{break-after:avoid}
tr,.figures>div,.items li,.glossary>div,.no-answer,.picture{break-inside:avoid}
thead{display:table-header-group}
tbody th,tbody td{padding-top:.3rem;padding-bottom:.3rem;min-width:0}
.bands td{min-width:0}
.timeline .track-cell{min-width:14rem}
.waterfall .track-cell{min-width:12rem}
.curve-beside{grid-template-columns:minmax(0,1fr)}
.curve-picture{break-inside:avoid}
.sections>section{padding-top:1.2rem}
details:not([open])>summary{color:var(--quiet)}
.proof-button{border:0;padding:0;min-width:0;min-height:0;font-size:.85em;vertical-align:super;color:var(--quiet)}
.paper-only{display:block}
.sections>.evidence{break-before:page;columns:2;column-gap:8mm;font-size:7.5pt;line-height:1.35}
.evidence h2{column-span:all;font-size:1.6rem}
.drawer,.drawer:popover-open{display:block;position:static;width:auto;height:auto;padding:0 0 3mm;border:0;background:none;font-size:inherit;overflow:visible;break-inside:avoid-column}
.drawer h3{font-size:1.1em;margin:0}
.drawer-head{display:none}
.steps>li{padding:0 0 .2rem 1.6rem;margin-left:.4rem}
.steps>li::before{width:1.1em;height:1.1em;line-height:1.1em;left:-.6em;font-size:.9em}
.standing{display:inline;font-size:inherit}
.pointer{display:none}
.places{margin:0;font-size:inherit}
}
`

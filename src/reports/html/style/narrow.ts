/** Small screens: tables become cards, each cell under the name of its column; nothing stands side by side. */
export const narrowStyle = `
@media (max-width:62rem){.opening{grid-template-columns:minmax(0,1fr);gap:1rem}.headline{font-size:1.4rem}}
@media screen and (max-width:44rem){
html{font-size:15px}
.bar,main{padding-left:1rem;padding-right:1rem}
.bar>div{flex-basis:12rem}
h1{font-size:1.2rem}
.headline{font-size:1.25rem}
nav ol{columns:1}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,tbody th,tbody td{display:block;width:auto;max-width:none}
tbody tr{border-bottom:1px solid var(--line);padding:.6rem 0}
tbody th,tbody td{border:0;padding:.1rem 0}
tbody td:empty,tbody td:has(.cell:empty){display:none}
.column-name{display:block;color:var(--quiet);font-size:.8rem;line-height:1.7}
tbody td{display:grid;grid-template-columns:8rem minmax(0,1fr);gap:0 .6rem}
.column-name::first-letter{text-transform:uppercase}
.bands tr{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.5rem 1rem}
.bands th{grid-column:1/-1}
.bands td{display:block;min-width:0}
.gauge{margin-top:1.05rem}
.timeline .group{padding:0;border:0}
.timeline .group th{padding:.4rem .5rem}
.timeline .group .quiet{display:block;margin:0}
.timeline tbody td{display:inline-block;margin-right:1rem}
.group .axis{display:grid;margin:.3rem -.5rem 0}
.group .axis i{font-size:.62rem;white-space:normal;padding-left:.1rem}
.timeline .more-marks{display:block}
.phases li{display:block;margin:.1rem 0}
.swipe{display:block}
.picture{background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/3rem 100% no-repeat local,linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/3rem 100% no-repeat local,linear-gradient(90deg,var(--line),transparent) 0 0/1rem 100% no-repeat scroll,linear-gradient(270deg,var(--line),transparent) 100% 0/1rem 100% no-repeat scroll,var(--paper)}
.timeline .track-cell,.timeline tbody td.track-cell{display:block;min-width:0;width:auto;margin:.2rem 0}
svg.curve.wide{display:none}
svg.curve.narrow{display:block}
.curve-picture{padding:.5rem .4rem}
.curve table{display:table;width:100%}
.curve thead{display:table-header-group;position:static;clip-path:none}
.curve tbody{display:table-row-group}
.curve tr{display:table-row}
.curve tbody th,.curve tbody td{display:table-cell;min-width:0;border-bottom:1px solid var(--line);padding:.35rem .6rem .35rem 0}
.curve tbody th{width:40%}
.curve .column-name{display:none}
.waterfall tbody td{display:inline-block;margin-right:1rem}
.waterfall tbody td:empty{display:none}
.waterfall tbody td.track-cell{display:block;min-width:0;width:auto;height:1.9rem;margin:0}
.tornado tbody .amount::before{content:attr(data-label) ': ';color:var(--quiet);font-size:.85em}
.waterfall tbody .total{border-top:2px solid var(--strong)}
.waterfall .total th,.waterfall .total td{border:0}
.glossary>div{grid-template-columns:minmax(0,1fr)}
}
`

/** How findings look: tables, gauges, the timeline and the map. */
export const blockStyle = `
.block{margin:0 0 2rem;min-width:0}
.text.method{color:var(--quiet);font-size:.9rem;border-left:.2rem solid var(--line);padding-left:.8rem;max-width:46rem}
details.method{max-width:46rem;font-size:.92rem}
.method h4{margin:.9rem 0 .3rem;font-size:.92rem}
.method ul,.method dl{margin:0;padding-left:1.1rem}
.method dl{padding-left:0}
.method dt{margin-top:.5rem;overflow-wrap:anywhere}
.method dd{margin:.1rem 0 0;color:var(--quiet)}
.method li{padding:.12rem 0}
.text.note{color:var(--quiet);font-size:.95rem}
.text.plain{max-width:46rem}
.legend{margin:.6rem 0;color:var(--quiet);font-size:.85rem;max-width:52rem}
.tone-warning{color:var(--warning);font-weight:600}
.tone-unknown{color:var(--unknown)}
.tone-good{color:var(--good)}
.figures{margin:0;font-size:.95rem}
.figures>div{display:flex;justify-content:space-between;gap:1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
.figures>div:last-child{border-bottom:0}
.figures dt{min-width:0}
.figures dd{margin:0;flex:0 0 auto;max-width:62%;text-align:right;font-weight:600;font-variant-numeric:tabular-nums}
.figures .quiet{font-weight:400}
.sections .figures{max-width:34rem}
.figures.made>div{display:block}
.figures.made dd{max-width:none;text-align:left;font-weight:400}
.table-box{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.94rem}
thead th{text-align:left;font-weight:600;font-size:.85rem;color:var(--quiet);border-bottom:2px solid var(--strong);padding:.3rem .8rem .3rem 0;vertical-align:bottom}
tbody th,tbody td{text-align:left;vertical-align:top;padding:.55rem .8rem .55rem 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:break-word;min-width:5.5rem}
tbody th{font-weight:600;min-width:8rem;max-width:22rem}
thead th:last-child,tbody td:last-child{padding-right:0}
thead th::first-letter{text-transform:uppercase}
.column-name{display:none}
details{margin:.3rem 0}
summary{cursor:pointer;color:var(--strong);width:fit-content;max-width:100%;padding:.1rem 0}
.more-rows,.as-table{margin:.6rem 0}
.more-names{margin:0}
.items{margin:0;padding-left:1.3rem}
.items li{padding:.25rem 0}
.nothing{color:var(--quiet);font-size:.92rem}
.nothing p{margin:0}
.nothing ul{margin:0;padding-left:1.2rem}
.no-answer{border-left:.3rem solid var(--unknown);padding:.5rem .9rem;background:var(--paper);max-width:46rem}
.gauge{position:relative;display:grid;grid-template-columns:repeat(4,1fr);width:8.5rem;max-width:100%;margin:.75rem 0 .3rem;border:1.5px solid var(--strong)}
.gauge i{height:.85rem;border-right:1.5px solid var(--strong)}
.gauge i:last-of-type{border-right:0}
.gauge .full{background:var(--strong)}
.gauge .open{background:repeating-linear-gradient(135deg,var(--strong) 0 2px,var(--tint) 2px 6px)}
.gauge .empty{background:var(--paper)}
.gauge b{position:absolute;top:-1.15rem;transform:translateX(-50%);font-size:.95rem;line-height:1.2;color:var(--ink)}
.band-words{text-wrap:balance;font-size:.88rem;line-height:1.4}
.bands td{min-width:9.5rem}
.timeline .group th{background:var(--tint);padding:.4rem .6rem;max-width:none}
.timeline .group .quiet{font-weight:400;margin-left:.6rem;color:var(--ink)}
.timeline tbody td,.timeline thead th{min-width:5.4rem}
.timeline td:last-child,.timeline thead th:last-child{min-width:0}
.timeline .track-cell{min-width:20rem;width:46%}
.axis,.track{display:grid;grid-template-columns:repeat(7,1fr)}
.axis i{font-style:normal;font-weight:400;text-align:right;font-size:.72rem;line-height:1.15;white-space:nowrap}
.track{position:relative;display:block;height:1.4rem;background:repeating-linear-gradient(90deg,transparent 0 calc(100%/7 - 1px),var(--line) calc(100%/7 - 1px) calc(100%/7));border-left:2px solid var(--quiet);overflow:hidden}
.tolerable{position:absolute;inset:0 auto 0 0;background:var(--tint);border-right:2px dashed var(--quiet);mix-blend-mode:normal}
.track b{position:absolute;top:.3rem;height:.8rem;min-width:.5rem;border:1.5px solid var(--strong)}
.track .certain{background:var(--strong)}
.track .possible{background:repeating-linear-gradient(135deg,var(--strong) 0 2px,var(--paper) 2px 6px)}
.track>span{position:absolute;top:0;height:1.4rem;display:flex;align-items:center;padding:0 .2rem}
.track .on{padding-left:.35rem}
.track .on .phase-sign{stroke:var(--paper);stroke-width:3px;paint-order:stroke}
.phase-sign{flex:none;width:.72rem;height:.72rem;fill:var(--ink);vertical-align:-.05em;overflow:visible}
.phase-sign .hollow{fill:var(--paper);stroke:var(--ink);stroke-width:2.2px}
.phase{display:block;font-weight:400;font-size:.82rem;color:var(--quiet)}
.phase .phase-sign,.phases .phase-sign{fill:var(--quiet)}
.phases ul{display:inline;list-style:none;margin:0;padding:0}
.phases li{display:inline-block;margin-left:1rem}
.group .axis{display:none}
.swipe{display:none}
.picture{overflow-x:auto;background:var(--paper);border:1px solid var(--line);padding:.8rem 1rem}
.picture svg{display:block;width:100%;min-width:44rem;height:auto;font:13px "Segoe UI",system-ui,Arial,"Liberation Sans",sans-serif}
.layers{display:flex;justify-content:space-between;min-width:44rem;margin:0;font-weight:600;font-size:.85rem;color:var(--quiet)}
.case{border-bottom:1px solid var(--line);padding:.35rem 0}
.severity{display:inline-block;min-width:7.4rem;font-size:.85rem}
.severity.error,.severity.warning{color:var(--warning);font-weight:600}
.severity.note{color:var(--quiet)}
.places{margin:.2rem 0 .5rem;padding-left:1.2rem;font-size:.92rem}
.digest{font-size:.75em}
.glossary>div{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:.2rem 1.2rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.glossary dt{font-weight:600}
.glossary dd{margin:0}
`

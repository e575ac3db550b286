/** A whole made of parts: bars that begin where the one above ends, with lines from each to the next. */
export const waterfallStyle = `
.waterfall .track-cell{position:relative;min-width:16rem;width:48%}
.waterfall .track{position:absolute;inset:0 .8rem 0 0;height:auto;background:none;border:0;overflow:visible}
.waterfall .track b{position:absolute;top:.7rem;height:1.1rem;min-width:2px;border:1.5px solid var(--strong)}
.waterfall .track .certain{background:var(--strong)}
.waterfall .track .possible{background:repeating-linear-gradient(135deg,var(--strong) 0 2px,var(--paper) 2px 6px)}
.waterfall .track .certain+.possible{border-left:0}
.waterfall .track .open{border-right:0;mask-image:linear-gradient(90deg,#000 55%,transparent)}
.waterfall .track i{position:absolute;border-left:1.5px dotted var(--quiet);margin-left:-1.5px}
.waterfall .track .from{top:0;height:.7rem}
.waterfall .track .on{top:1.8rem;bottom:-2px}
.tornado .track-cell{width:34%}
.tornado .track .usual{top:.35rem;height:1.8rem;border-left:2px solid var(--ink)}
.waterfall .amount{font-variant-numeric:tabular-nums}
.waterfall .total th,.waterfall .total td{border-top:2px solid var(--strong);border-bottom:0;font-weight:600}
`

/** The curve of chances: its picture and its table side by side where there is room. */
export const curveStyle = `
.curve-beside{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 2.5rem;align-items:start}
@media (min-width:62rem){.curve-beside{grid-template-columns:minmax(0,1.1fr) minmax(20rem,1fr)}}
.curve-picture{background:var(--paper);border:1px solid var(--line);padding:.8rem 1rem;min-width:0}
.curve-picture .legend{margin-bottom:0}
svg.curve{display:block;width:100%;max-width:40rem;height:auto;font:13px "Segoe UI",system-ui,Arial,"Liberation Sans",sans-serif}
svg.curve.narrow{display:none}
.curve-lines{list-style:none;margin:.5rem 0 0;padding:0;font-size:.88rem}
.curve-lines li{display:grid;grid-template-columns:30px minmax(0,1fr);gap:.6rem;padding:.1rem 0}
.curve-lines svg{margin-top:.5rem}
.curve-lines path{fill:none;stroke:var(--strong);stroke-width:2.2}
.curve-lines .dashed{stroke-dasharray:5 4}
.curve-lines .dotted{stroke-dasharray:2 3}
.curve-beside table{font-size:.9rem}
.curve-beside tbody th{width:48%;font-weight:400}
.curve-name{display:block;font-weight:600}
.curve-beside tbody th,.curve-beside tbody td{padding-top:.4rem;padding-bottom:.4rem}
`

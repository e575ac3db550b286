/** The frame: header, the first page, contents at the side where there is room, and the sections. */
export const layoutStyle = `
*{box-sizing:border-box}
html{font:16px/1.5 "Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;background:var(--ground);color:var(--ink);scroll-padding-top:1rem}
body{margin:0;overflow-wrap:break-word}
h1,h2,h3,.headline,.brand{font-family:Charter,"Iowan Old Style","Palatino Linotype",Georgia,"Liberation Serif",serif;line-height:1.25;text-wrap:balance}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.12rem;margin:0 0 .6rem}
p{margin:0 0 .7rem}
a{color:var(--strong);text-underline-offset:.15em}
code{font:.86em/1.4 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--strong);outline-offset:2px;border-radius:2px}
.away{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.paper-only{display:none}
.quiet{color:var(--quiet);font-size:.92em}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:2;background:var(--paper);padding:.4rem .8rem}
header{background:var(--bar);color:var(--bar-ink)}
.bar{max-width:78rem;margin:0 auto;padding:1.1rem 1.5rem;display:flex;gap:1.1rem;align-items:center;flex-wrap:wrap}
.bar>div{flex:1 1 18rem}
.mark{flex:none}
.brand{margin:0;letter-spacing:.06em;font-size:.95rem;opacity:.9}
h1{margin:0;font-size:1.45rem}
.as-of{margin:0;font-size:.92rem}
.theme{border:0;margin:0;padding:0;min-width:0;font-size:.85rem}
.theme legend{padding:0;margin-bottom:.2rem}
.theme div{display:flex;border:1px solid currentColor;border-radius:.3rem;overflow:hidden}
.theme input{position:absolute;opacity:0;width:1px;height:1px}
.theme span{display:block;padding:.2rem .6rem;cursor:pointer}
.theme input:checked+span{background:var(--bar-ink);color:#123c4a;text-decoration:underline;text-underline-offset:.2em}
.theme input:focus-visible+span{outline:3px solid #fff;outline-offset:-4px}
main{max-width:78rem;margin:0 auto;padding:0 1.5rem 4rem}
#first{padding:1.8rem 0 1.2rem}
.opening{display:grid;grid-template-columns:minmax(0,1fr) minmax(17rem,22rem);gap:2.5rem;align-items:start;margin-bottom:2rem}
.headline{font-size:1.6rem;line-height:1.35;margin:0 0 .8rem;text-wrap:pretty}
.after-headline{font-size:1.15rem;line-height:1.4;margin-top:.6rem}
.before-headline{border-left:.3rem solid var(--unknown);padding-left:.8rem}
aside{background:var(--paper);border:1px solid var(--line);border-top:.3rem solid var(--strong);padding:1rem 1.1rem}
.side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 2rem}
nav{border-top:1px solid var(--line);padding:1rem 0;font-size:.92rem}
.nav-head{font-weight:600;margin:0 0 .4rem}
nav ol{list-style:none;margin:0;padding:0;columns:2;column-gap:2rem}
nav li{padding:.15rem 0;break-inside:avoid}
.sections>section{border-top:1px solid var(--line);padding:2rem 0 .8rem}
.sections>.evidence{border:0;padding:0}
@media (min-width:68rem){
nav{float:left;position:sticky;top:0;width:14rem;border-top:1px solid var(--line);padding:2rem 0;max-height:100vh;overflow-y:auto}
nav ol{columns:1}
nav li{padding:.25rem 0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
.sections{margin-left:16.5rem}
}
`

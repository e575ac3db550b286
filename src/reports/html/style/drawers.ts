/** Evidence drawers: native popovers at the right of the screen, at the bottom of a small one. They open by mouse and by key. */
export const drawerStyle = `
.proof-button{font:inherit;font-size:.8rem;line-height:1.3;color:var(--strong);background:transparent;border:1px solid var(--line);border-radius:.8rem;padding:.05rem .55rem;cursor:pointer;white-space:nowrap;min-height:1.5rem;min-width:1.9rem}
.proof-button:hover{background:var(--tint);border-color:var(--strong)}
.drawer{position:fixed;inset:0 0 0 auto;width:min(34rem,100vw);height:100dvh;max-height:none;margin:0;padding:1.4rem 1.5rem;overflow-y:auto;color:var(--ink);background:var(--paper);border:0;border-left:.3rem solid var(--strong);font-size:.95rem;overflow-wrap:anywhere}
.drawer::backdrop{background:rgb(8 24 32/.35)}
.drawer h3{margin:0 6rem .8rem 0;font-size:1.25rem}
.drawer-close{position:absolute;top:1.2rem;right:1.4rem;font:inherit;font-size:.9rem;color:var(--strong);background:transparent;border:1px solid var(--strong);border-radius:.3rem;padding:.15rem .7rem;cursor:pointer}
.drawer-head{font-weight:600;margin:.8rem 0 .3rem}
.steps{margin:0;padding:0;list-style:none;counter-reset:step}
.steps>li{counter-increment:step;position:relative;padding:0 0 1rem 2.2rem;border-left:2px solid var(--line);margin-left:.7rem}
.steps>li:last-child{border-left-color:transparent}
.steps>li::before{content:counter(step);position:absolute;left:-.8rem;top:-.1rem;width:1.5rem;height:1.5rem;border-radius:50%;background:var(--strong);color:var(--paper);text-align:center;font-size:.85rem;line-height:1.5rem}
.steps p{margin:0}
.standing{color:var(--quiet);font-size:.88rem}
.pointer{color:var(--quiet)}
.unopened{color:var(--warning);font-style:normal}
@media (max-width:44rem){.drawer{inset:auto 0 0 0;width:100vw;height:auto;max-height:85dvh;border-left:0;border-top:.3rem solid var(--strong)}}
`

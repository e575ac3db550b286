import type { Phase } from '#estate/claim.ts'
import { html, type Markup, raw } from './markup.ts'

/** A shape for each phase, drawn in a square of twelve: told apart without any colour. */
const shapes: Readonly<Record<Phase, string>> = {
  run: '<circle cx="6" cy="6" r="4.5"/>',
  deploy: '<path d="M6 1 11 11H1z"/>',
  build: '<path d="M1.5 1.5h9v9h-9z"/>',
  support: '<path d="M6 .5 11.5 6 6 11.5.5 6z"/>',
  licence: '<path d="M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z"/>',
  monitor: '<circle cx="6" cy="6" r="3.6" class="hollow"/>',
  recover: '<path d="M1 1h10L6 11z"/>',
  leave: '<path d="M1 3.5h5V1l5 5-5 5V8.5H1z"/>',
}

/** The sign of a phase. Its word stands beside it, or in the same row, so it is not read aloud. */
export const phaseSign = (phase: Phase): Markup => html`<svg class="phase-sign" aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">${raw(shapes[phase])}</svg>`

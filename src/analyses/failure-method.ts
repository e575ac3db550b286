import { methodBlock } from './method.ts'

/** How it is reckoned what stops, and when: for single points, and for what is supposed. */
export const failureMethod = methodBlock('failure', {
  formulas: {
    time: 't(x) = min₍ₖ₎ᵢ (t(yᵢ) + gᵢ),  k = n − m + 1',
    certain: 'MTPD_f ≥ max t_f',
    possible: 'max MTPD_f ≥ min t_f',
  },
  assumed: ['grace', 'stated', 'by-hand'],
  limits: ['one-at-a-time', 'seen'],
  sources: ['Knuth: A generalization of Dijkstra’s algorithm, Information Processing Letters 6, 1977', 'ISO 22301, ISO/TS 22317 (MTPD, RTO)'],
})

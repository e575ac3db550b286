import { methodBlock } from '../method.ts'

/** How combinations are found. */
export const cutSetMethod = methodBlock('cut-sets', {
  formulas: {
    smallest: 'f(K) = 1,  f(K \\ {i}) = 0  ∀ i ∈ K',
    time: 't(x) = min₍ₖ₎ᵢ (t(yᵢ) + gᵢ),  k = n − m + 1',
    verdict: 't_f ≤ MTPD_f',
  },
  assumed: ['stated', 'whole'],
  limits: ['order', 'chance'],
  sources: [
    'Fussell, Vesely: A new methodology for obtaining cut sets for fault trees, Transactions of the American Nuclear Society 15, 1972',
    'Rauzy: New algorithms for fault trees analysis, Reliability Engineering & System Safety 40, 1993',
    'ISO 22301 (MTPD)',
  ],
})

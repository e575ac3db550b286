import { methodBlock } from '../method.ts'

/** How combinations are found. */
export const cutSetMethod = methodBlock('cut-sets', {
  formulas: {
    smallest: 'f(K) = 1,  f(K \\ {i}) = 0  ∀ i ∈ K',
    time: 't(x) = min₍ₖ₎ᵢ (t(yᵢ) + gᵢ),  k = n − m + 1',
    verdict: 't_f ≤ MTPD_f',
    likely: 'p = E[1 − e^(−λ·r·P(D > L + g)·P(X > L + g + n))]',
    product: 'p(K) = ∏ᵢ pᵢ',
  },
  assumed: ['stated', 'whole', 'independent', 'effort'],
  limits: ['order', 'chance', 'take-over', 'greedy'],
  sources: [
    'Fussell, Vesely: A new methodology for obtaining cut sets for fault trees, Transactions of the American Nuclear Society 15, 1972',
    'Rauzy: New algorithms for fault trees analysis, Reliability Engineering & System Safety 40, 1993',
    'ISO 22301 (MTPD)',
  ],
})

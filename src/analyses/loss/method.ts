import { methodBlock } from '../method.ts'

/** How the loss of a year is reckoned. */
export const lossMethod = methodBlock('loss', {
  formulas: {
    mean: 'ALE = (1/N) · Σₙ Lₙ',
    year: 'Lₙ = Σ_f Σᵤ c_f(|u|) + Σₑ aₑ',
    end: 'T = min(T₁, T₂, T₃)',
    curve: 'c(h) = min(M, Σₖ wₖ · Πᵢ xᵢ · hₖ)',
    tail: 'VaR_p = inf{x : P(L ≤ x) ≥ p},  TVaR_p = (E[L·1{L > VaR_p}] + VaR_p·(P(L ≤ VaR_p) − p)) / (1 − p)',
    share: 'sᵢ = Σₙ wₙ Lᵢₙ / Σₙ wₙ,  Σᵢ sᵢ = TVaR_p',
    error: 'SE = s / √n',
  },
  assumed: ['poisson', 'interval', 'prices', 'year-of-event'],
  limits: ['judged', 'far-tail', 'pairs', 'silent'],
  sources: [
    'Klugman, Panjer, Willmot: Loss Models, Wiley',
    'Acerbi, Tasche: On the coherence of expected shortfall, Journal of Banking & Finance 26, 2002',
    'Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, SC 2011',
    'Keelin: The Metalog Distributions, Decision Analysis 13, 2016',
    'Malcolm, Roseboom, Clark, Fazar: Application of a technique for research and development program evaluation, Operations Research 7, 1959',
  ],
})

/**
 * The rate a year below which a share `p` of the posterior lies, after so many events in so many thing-years, with the prior of
 * Jeffreys: a gamma of shape events + ½. By halving an interval over the series of the incomplete gamma function, to about 1e-9.
 */
export function jeffreys(p: number, events: number, exposure: number): number {
  const shape = events + 0.5
  let [low, high] = [0, 4 * shape + 20]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (below(shape, middle) < p) low = middle
    else high = middle
  }
  return low / exposure
}

/** How much of a gamma distribution of this shape lies below x. */
function below(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > sum * 1e-15; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape))
}

/** The series of Stirling, after stepping up to where it is exact to ten digits. */
function logGamma(x: number): number {
  if (x < 12) return logGamma(x + 1) - Math.log(x)
  const inverse = 1 / x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260))
}

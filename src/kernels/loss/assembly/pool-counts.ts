import { chance, listed, mean, mode, upTo } from './pool-lists'

/** `random/poisson.ts`, step by step. */
export function poissonQuantile(pool: i32, first: u32, second: u32): i32 {
  const u = (<f64>first * 1048576 + <f64>(second >>> 12) + 0.5) * 2.220446049250313e-16
  const expected = load<f64>(mean + ((<usize>pool) << 3))
  let count = listed(mode, pool)
  let term = load<f64>(chance + ((<usize>pool) << 3))
  let sum = load<f64>(upTo + ((<usize>pool) << 3))
  if (u >= sum) {
    while (u >= sum) {
      count++
      term *= expected / <f64>count
      if (sum + term === sum) return count
      sum += term
    }
    return count
  }
  sum -= term
  while (count > 0 && u < sum) {
    term *= <f64>count / expected
    count--
    sum -= term
  }
  return count
}

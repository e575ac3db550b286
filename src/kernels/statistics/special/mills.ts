import { normalCdf, normalDensity } from '../../maths/normal.ts'

/**
 * Mills' ratio: the chance that a standard normal lies above z, over its density there.
 *
 * From 6 on by its continued fraction 1/(z + 1/(z + 2/(z + 3/…))), since both parts are soon too small to divide. Relative error below 1e-14.
 *
 * @param z above −38; the ratio grows as e^(z²/2) to the left
 */
export function millsRatio(z: number): number {
  if (z < 6) return normalCdf(-z) / normalDensity(z)
  let rest = 0
  for (let n = 40; n >= 1; n--) rest = n / (z + rest)
  return 1 / (z + rest)
}

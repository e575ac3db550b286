/**
 * What rounding took from a product: a · b − fl(a · b), exactly (Dekker 1971). Both are cut in halves whose products are exact, since
 * a fused multiply-add is not to be had everywhere.
 *
 * @param product a · b as rounded; all three within 1e150 in size
 */
export function lostInProduct(a: number, b: number, product: number): number {
  const aUp = a * 134217729
  const bUp = b * 134217729
  const a1 = aUp - (aUp - a)
  const b1 = bUp - (bUp - b)
  const a2 = a - a1
  const b2 = b - b1
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2)
}

/** Orders sets of one size by the first event in which they differ. */
export function byEvents(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((event, place) => event !== b[place])
  return at === -1 ? 0 : (a[at] as number) - (b[at] as number)
}

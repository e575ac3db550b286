/** Things by a key of theirs, in the order the keys are first met. */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const at = key(thing)
    const group = groups.get(at)
    if (group) group.push(thing)
    else groups.set(at, [thing])
  }
  return groups
}

/** The first of each key, in order. */
export function uniqueBy<T>(things: Iterable<T>, key: (thing: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const thing of things) if (!seen.has(key(thing))) seen.set(key(thing), thing)
  return [...seen.values()]
}

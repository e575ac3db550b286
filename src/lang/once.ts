/** Computes something about a subject at most once, however many ask for it. Forgotten when the subject is. */
export function once<S extends object, T>(compute: (subject: S) => T): (subject: S) => T {
  const known = new WeakMap<S, { readonly value: T }>()
  return (subject) => {
    const entry = known.get(subject) ?? { value: compute(subject) }
    known.set(subject, entry)
    return entry.value
  }
}

/**
 * States what must be true unless we made a mistake ourselves. The world's mistakes are diagnostics, not assertions.
 *
 * @param message carries the value that broke the promise
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`broken promise inside Deltaplan: ${message}`)
}

/** The end of an exhaustive switch: the compiler refuses a case nobody wrote, and this says so at run time too. */
export function unreachable(value: never): never {
  throw new Error(`broken promise inside Deltaplan: unexpected ${JSON.stringify(value)}`)
}

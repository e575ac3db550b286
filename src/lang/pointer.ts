/** A way down into a document: keys and indices. */
export type Path = readonly (string | number)[]

/** The way as a JSON pointer (RFC 6901). The whole document is the empty text. */
export const pointerOf = (path: Path): string => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The steps of a JSON pointer, all as text. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

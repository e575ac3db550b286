/** A way down into a document: keys and indices. */
export type Path = readonly (string | number)[]

/** The way as a JSON pointer (RFC 6901). The whole document is the empty text. */
export const pointerOf = (path: Path): string => path.map((step) => `/${typeof step === 'string' ? escaped(step) : step}`).join('')

/** Made for hundreds of thousands of steps, of which hardly one has a sign to escape. */
const escaped = (step: string): string => (step.includes('/') || step.includes('~') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step)

/** The steps of a JSON pointer, all as text. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

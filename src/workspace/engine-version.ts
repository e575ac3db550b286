import manifest from '../../package.json' with { type: 'json' }

/** The version of this product, as its manifest has it. */
export const engineVersion = (): string => manifest.version

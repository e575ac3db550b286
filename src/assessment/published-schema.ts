import { deltaplanSchema as schema } from '#importers/index.ts'

/** The JSON Schema of deltaplan.yaml, as it is published. */
export const deltaplanSchema = (): unknown => schema()

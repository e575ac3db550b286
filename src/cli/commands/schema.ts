import { assessmentSchema } from '#assessment/assessment-schema.ts'
import { deltaplanSchema } from '#assessment/published-schema.ts'
import { stableJson } from '#lang/json.ts'
import { oneOf, usage } from '../options.ts'

/** Prints the JSON Schema of a form that others write or read. */
export const schemaCommand = (of: string): Promise<number> =>
  usage(async () => {
    const schema = oneOf('schema', of, ['deltaplan', 'assessment']) === 'deltaplan' ? deltaplanSchema() : assessmentSchema()
    process.stdout.write(stableJson(schema))
    return 0
  })

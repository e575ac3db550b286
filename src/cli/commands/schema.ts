import { assessmentSchema } from '#assessment/assessment-schema.ts'
import { deltaplanSchema } from '#assessment/published-schema.ts'
import { stableJson } from '#lang/json.ts'
import { UsageFault, usage } from '../options.ts'

/** Prints the JSON Schema of a form that others write or read. */
export const schemaCommand = (of: string): Promise<number> =>
  usage(async () => {
    const schema = of === 'deltaplan' ? deltaplanSchema() : of === 'assessment' ? assessmentSchema() : undefined
    if (schema === undefined) throw new UsageFault(`schema wants deltaplan or assessment, got "${of}"`)
    process.stdout.write(stableJson(schema))
    return 0
  })

import { deltaplanSchema } from '#assessment/published-schema.ts'
import { stableJson } from '#lang/json.ts'

/** Prints the JSON Schema of deltaplan.yaml. */
export function schemaCommand(): number {
  process.stdout.write(stableJson(deltaplanSchema()))
  return 0
}

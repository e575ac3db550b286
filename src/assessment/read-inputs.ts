import { isReadFormat } from '#estate/passed-over.ts'
import type { Input } from '#facts/subject.ts'

/** The files that some importer read. */
export const readInputs = (inputs: readonly Input[]): readonly Input[] => inputs.filter((input) => isReadFormat(input.format))

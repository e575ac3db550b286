import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import type { NamedFramework } from '../grades.ts'
import { assessmentTable } from './register-assessments.ts'
import { functionTable } from './register-functions.ts'

/** Tables of registers that a framework asks for, by the names under which its file calls for them. */
export const registerTables: Readonly<Record<string, (subject: Subject, named: NamedFramework) => readonly Block[]>> = {
  'b-06.01': functionTable,
  'b-07.01': assessmentTable,
}

import type { Subject } from './subject.ts'

/** The two unions whose border frameworks draw a line at: the EU for who may own, the EEA for whose law may reach. */
export type Union = 'eu' | 'eea'

/** Whether a country belongs to a union; the unions themselves do, and special territories are never taken for their state. */
export const isInUnion = (subject: Subject, jurisdiction: string, union: Union): boolean =>
  jurisdiction === 'eu' || jurisdiction === union || (subject.knowledge.jurisdictions.get(jurisdiction)?.memberOf ?? []).includes(union)

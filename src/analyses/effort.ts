import type { Subject } from '#facts/subject.ts'
import type { Analysis } from './analysis.ts'

/** What analyses take that take long, next to those that are answered at once: measured on estates from thirty files to three thousand. */
const efforts: Readonly<Record<string, number>> = { overview: 20, spectrum: 15, 'cut-sets': 8, 'what-if': 12, exposure: 5 }

/** The loss takes what its years take. */
const perYear = 0.0004

/** How much work an analysis is, in no particular unit: so that progress can be told. */
export const effortOf = ({ id }: Analysis, { years = yearsInReport }: Pick<Subject, 'years'>): number => (id === 'loss' ? perYear * years : (efforts[id] ?? 1))

/** Years that the loss is simulated over where nobody asked for more: enough for the order of size, and not so many that anybody has to wait. */
export const yearsInReport = 65_536

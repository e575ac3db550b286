import type { Definitions } from './definitions.ts'
import { type Told, tell } from './told.ts'

/** Units that the format knows. They are not converted: a model has to be written in one unit of time. */
const known = ['bool', 'int', 'float', 'hours', 'hours-1', 'years', 'years-1', 'fit', 'demands']

/** Tells of parameters in a unit that the format does not know, and of the first whose unit of time differs from that of one before. */
export function unitFaults({ all }: Definitions, told: Told): void {
  let before: string | undefined
  let isTold = false
  for (const { element, id } of all) {
    const unit = element.name === 'define-parameter' ? element.attributes['unit'] : undefined
    if (unit === undefined) continue
    if (!known.includes(unit)) tell(told, element, 'bad-value', { what: 'unit', value: unit }, 'warning')
    const time = unit.startsWith('hours') ? 'hours' : unit.startsWith('years') ? 'years' : unit === 'fit' ? 'fit' : undefined
    if (time === undefined) continue
    if (before !== undefined && before !== time && !isTold) {
      tell(told, element, 'units', { name: id, one: before, other: time }, 'warning')
      isTold = true
    }
    before = time
  }
}

import { idOf, keyOf } from '#estate/claim.ts'
import { said, saidNumber, saidText } from '#estate/said.ts'
import { type BusinessFunction, organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { type RegisterRow, registerTable } from './register-table.ts'

const columns = ['c0010', 'c0020', 'c0030', 'c0040', 'c0050', 'c0060', 'c0070', 'c0080', 'c0090', 'c0100']

/** B_06.01 of DORA's register: the declared functions, as far as deltaplan.yaml or a register that was read tells. */
export const functionTable = (subject: Subject): readonly Block[] =>
  registerTable(
    'b-06.01',
    columns,
    organisation(subject)
      .functions.filter((one) => one.declared)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((one) => rowOf(subject, one)),
  )

const criticalCodes: Readonly<Record<string, string>> = { true: 'eba_BT:x28', false: 'eba_BT:x29', 'not-assessed': 'eba_BT:x21' }

const impactCodes: Readonly<Record<string, string>> = { low: 'eba_ZZ:x791', medium: 'eba_ZZ:x792', high: 'eba_ZZ:x793', 'not-assessed': 'eba_ZZ:x799' }

function rowOf({ estate }: Subject, one: BusinessFunction): RegisterRow {
  const thing = estate.things.get(one.id)
  const self = estate.things.get(idOf('unit-of-organisation', 'self'))
  const critical = said(thing, 'critical')[0]?.value
  const activity = saidText(thing, 'activity')
  return {
    cells: {
      c0010: identifier(keyOf(one.id)),
      c0020: activity !== undefined && /^q?x\d+$/.test(activity) ? `eba_TA:${activity}` : activity,
      c0030: one.name,
      c0040: saidText(thing, 'lei') ?? saidText(self, 'lei'),
      c0050: criticalCodes[String(critical)],
      c0060: saidText(thing, 'reasons')?.slice(0, 300),
      c0070: saidText(thing, 'assessed'),
      c0080: hours(saidNumber(thing, 'rto-hours')),
      c0090: hours(saidNumber(thing, 'rpo-hours')),
      c0100: impactCodes[saidText(thing, 'impact') ?? ''],
    },
    at: (thing?.claims ?? []).flatMap((claim) => claim.at),
  }
}

/** Registers number functions as F1; any other id stands as it is. One of an entity within a group stands without the entity. */
const identifier = (key: string): string => {
  const own = key.slice(key.lastIndexOf('/') + 1)
  return /^f\d+$/.test(own) ? own.toUpperCase() : own
}

/** The register wants whole hours; a part of one counts as one, so that nothing is promised sooner than it was said. */
const hours = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(Math.ceil(value)))

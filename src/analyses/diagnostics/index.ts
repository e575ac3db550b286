import { keyOf } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { type DiagnosticsDestination, diagnosticsDestinations, provenAt } from '#facts/diagnostics.ts'
import { isBeyondLine, ringOf } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named } from '../proof-of.ts'

/** Where logs, traces, crash reports and support bundles go. */
export const diagnosticsAnalysis: Analysis = {
  id: 'diagnostics',
  answer(subject: Subject): Outcome {
    const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
    if (workloads.length === 0) return { status: 'too-little-evidence', reason: message('diagnostics.no-workload') }
    const destinations = diagnosticsDestinations(subject)
    const reporting = new Set(destinations.flatMap((one) => one.workloads))
    const silent = workloads.filter((one) => !reporting.has(one.id))
    return {
      status: 'answered',
      blocks: [
        tableOf(subject, destinations),
        {
          kind: 'list',
          title: message('diagnostics.silent'),
          items: silent.map((one) => ({ text: named(subject, one.id), proof: { steps: [], at: one.claims.flatMap((claim) => claim.at).slice(0, 2) } })),
          empty: message('diagnostics.no-silent'),
        },
        { kind: 'text', role: 'method', text: message('diagnostics.method') },
      ],
    }
  },
}

function tableOf(subject: Subject, destinations: readonly DiagnosticsDestination[]): Block {
  return {
    kind: 'table',
    id: 'diagnostics-destinations',
    title: message('diagnostics.destinations'),
    columns: ['destination', 'party', 'countries', 'workloads', 'basis'].map((column) => message(`diagnostics.column.${column}`)),
    rows: destinations.map(
      (one): Row => ({
        cells: [
          { text: named(subject, one.to) },
          one.parties.length === 0 ? unknown : { list: one.parties.map((party) => named(subject, party)) },
          countryCell(subject, one),
          { list: one.workloads.map((id) => named(subject, id)) },
          { text: message(`basis.${one.basis}`) },
        ],
        proof: { steps: [], at: provenAt(one) },
      }),
    ),
    empty: message('diagnostics.none'),
  }
}

const unknown: Cell = { text: message('diagnostics.unknown'), tone: 'unknown' }

/** The countries whose law reaches the destination; a tone where one lies beyond the line for access. */
function countryCell(subject: Subject, one: DiagnosticsDestination): Cell {
  if (one.jurisdictions.length === 0) return unknown
  const beyond = one.jurisdictions.some((id) => isBeyondLine(subject, keyOf(id), 'access') === true)
  const countries = one.jurisdictions.map((id) => {
    const ring = ringOf(subject, keyOf(id))
    return ring === undefined ? named(subject, id) : message('exposure.country-in-ring', { country: named(subject, id), ring: message(`ring.${ring}`) })
  })
  return beyond ? { text: message('diagnostics.countries', { countries }), tone: 'warning' } : { list: countries }
}

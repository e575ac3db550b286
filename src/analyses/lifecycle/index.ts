import { type PlatformInUse, platformsInUse } from '#facts/lifecycle.ts'
import type { Subject } from '#facts/subject.ts'
import { lifecycleStatuses, type SupportEnd } from '#facts/support-end.ts'
import type { Block, Cell, Measure, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named } from '../proof-of.ts'

/** How long what runs is supported, and who ships fixes for it under the tier that is paid for. */
export const lifecycleAnalysis: Analysis = {
  id: 'lifecycle',
  answer(subject: Subject): Outcome {
    const inUse = [...platformsInUse(subject).values()].flat()
    if (inUse.length === 0) return { status: 'too-little-evidence', reason: message('lifecycle.no-platform') }
    const groups = [...groupBy(inUse, (one) => `${one.platform}\n${one.cycle ?? ''}\n${one.version ?? ''}\n${one.ends.low}\n${one.ends.high}`).values()]
    return {
      status: 'answered',
      blocks: [
        { kind: 'measures', title: message('lifecycle.measures', { date: { date: subject.asOf } }), measures: lifecycleStatuses.map((status) => measureOf(status, groups)) },
        tableOf(subject, groups),
        { kind: 'text', role: 'method', text: message('lifecycle.method') },
      ],
    }
  },
}

type Group = readonly PlatformInUse[]

/** Releases with this standing: from those that have it under every reading to those that may. */
function measureOf(status: (typeof lifecycleStatuses)[number], groups: readonly Group[]): Measure {
  const has = (group: Group, which: 'every' | 'some'): boolean => {
    const [one] = group
    return one !== undefined && [one.status, one.statusAtBest][which]((own) => own === status)
  }
  const interval = { low: groups.filter((group) => has(group, 'every')).length, high: groups.filter((group) => has(group, 'some')).length }
  const bad = status === 'ended' || status === 'ends-6'
  return {
    label: message(`lifecycle.status.${status}`),
    interval,
    unit: 'count',
    of: groups.length,
    basis: 'known',
    proof: { steps: groups.find((group) => has(group, 'some'))?.[0]?.steps ?? [], at: [] },
    ...(interval.high > 0 && bad ? { tone: 'warning' as const } : interval.high > 0 && status === 'unknown' ? { tone: 'unknown' as const } : {}),
  }
}

/** The releases that run, those whose support ends first at the top. */
function tableOf(subject: Subject, groups: readonly Group[]): Block {
  const rank = (group: Group): string => `${lifecycleStatuses.indexOf(group[0]?.status ?? 'unknown')}${group[0]?.ends.low ?? ''}${group[0]?.platform ?? ''}`
  return {
    kind: 'table',
    id: 'lifecycle-platforms',
    title: message('lifecycle.platforms'),
    columns: ['platform', 'release', 'ends', 'fixes', 'workloads'].map((column) => message(`lifecycle.column.${column}`)),
    rows: groups.toSorted(by(rank)).flatMap((group): readonly Row[] => (group[0] ? [rowOf(subject, group[0], group)] : [])),
    empty: message('lifecycle.no-platform'),
  }
}

function rowOf(subject: Subject, one: PlatformInUse, group: Group): Row {
  return {
    cells: [
      { text: named(subject, one.platform) },
      releaseCell(one),
      endCell(one),
      fixCell(subject, one),
      { list: [...new Set(group.map((other) => other.workload))].map((id) => named(subject, id)) },
    ],
    proof: { steps: one.steps, at: one.known?.sources.slice(0, 1).map((source) => ({ fact: one.platform, url: source.url, read: source.read, verified: one.verified })) ?? [] },
  }
}

function releaseCell(one: PlatformInUse): Cell {
  const text = one.version ?? one.cycle
  const reason = one.undated === undefined || one.undated === 'no-date' ? undefined : message(`lifecycle.undated.${one.undated}`)
  if (reason === undefined) return { text: plain(text ?? '') }
  return { text: text === undefined ? reason : message('lifecycle.release-but', { release: text, reason }), tone: 'unknown' }
}

/** When support ends. Two readings are told as "from … to …", since which holds depends on what is paid for. */
function endCell({ ends, status, statusAtBest }: PlatformInUse): Cell {
  const tone = status === 'ended' || status === 'ends-6' ? 'warning' : status === 'unknown' ? 'unknown' : 'plain'
  if (ends.low === ends.high) return { text: endText(ends.low), tone }
  return { text: message('lifecycle.between', { low: endText(ends.low), high: endText(ends.high) }), tone: statusAtBest === status ? tone : 'unknown' }
}

function endText(end: SupportEnd): Message {
  if (/^\d{4}-\d{2}-\d{2}$/.test(end)) return message('lifecycle.on', { date: { date: end } })
  return message(`lifecycle.end.${end === 'open' || end === 'ended' ? end : 'unknown'}`)
}

/** Who ships fixes. Nobody on the list means nobody where support has surely ended, and unknown elsewhere. */
function fixCell(subject: Subject, one: PlatformInUse): Cell {
  if (one.fixesBy.length === 0)
    return one.statusAtBest === 'ended' ? { text: message('lifecycle.nobody'), tone: 'warning' } : { text: message('lifecycle.fixes-unknown'), tone: 'unknown' }
  return {
    list: one.fixesBy.map((fix) => message(`lifecycle.ground.${fix.ground}${fix.certain ? '' : '-perhaps'}`, { party: named(subject, fix.party) })),
  }
}

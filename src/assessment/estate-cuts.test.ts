import { describe, expect, test } from 'vitest'
import type { Block } from '#findings/block.ts'
import { readOpenPsa } from '#kernels/boolean/open-psa/read-open-psa.ts'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { cuts } from './cuts.ts'
import { estateCuts, estateModel, modelNotes } from './estate-cuts.ts'

const subject = subjectOfTexts({
  'deltaplan.yaml': yamlOf({
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT8H' }, archive: { mtpd: 'P2D' }, garden: { mtpd: 'PT8H' }, attic: {} },
    workloads: {
      counter: { serves: ['desk'], needs: ['post'] },
      store: { serves: ['archive'], needs: [{ anyOf: ['post', 'spare'] }] },
      shed: { serves: ['garden'], needs: ['fork'] },
    },
    services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby-us' }, fork: { provider: 'party:nearby' } },
  }),
})
const tableIn = (blocks: readonly Block[], id: string) => blocks.flatMap((block) => (block.kind === 'table' && block.id === id ? [block] : []))[0] ?? expect.unreachable()
const asked = (more: Omit<Parameters<typeof estateCuts>[1], 'level'> & { readonly level?: string }) => {
  const { outcome, tops } = estateCuts(subject, { level: 'supplier', ...more })
  return { tops, blocks: outcome.status === 'answered' ? outcome.blocks : expect.unreachable() }
}

describe('of an estate', () => {
  test('each function that something stops has a chance, from none to all of what nobody knows', () => {
    const { tops, blocks } = asked({})
    expect(tops.map((one) => [one.function, one.limitHours, typeof one.probability])).toEqual([
      ['function:desk', 8, 'number'],
      ['function:garden', 8, 'object'],
      ['function:archive', 48, 'object'],
    ])
    expect(tops[1]?.probability).toEqual([0, 1])
    expect(tableIn(blocks, 'cut-functions').rows).toHaveLength(4)
  })

  test('one function can be asked about, by its id or its name', () => {
    for (const top of ['function:archive', 'archive', 'stops_archive']) expect(asked({ top }).tops.map((one) => one.function)).toEqual(['function:archive'])
    expect(estateCuts(subject, { level: 'supplier', top: 'archiv' }).outcome).toMatchObject({
      reason: { key: 'cut-sets.unknown-function', values: { known: [{ plain: 'archive' }] } },
    })
  })

  test('how much each event matters is said where each has a number', () => {
    const { tops, blocks } = asked({ top: 'desk', importance: true })
    expect(tops[0]?.importance).toHaveLength(1)
    expect(tableIn(blocks, 'cut-importance').rows).toHaveLength(1)
    expect(asked({ top: 'garden', importance: true }).tops[0]?.importance).toBeUndefined()
    expect(asked({ top: 'garden', importance: true, assumed: 0.1 }).tops[0]).toMatchObject({ probability: 0.1, importance: [{ birnbaum: 1 }] })
  })

  test('sets have their chance and their road; unlikely ones can be left out, unknown ones never are', () => {
    const rows = (more: Parameters<typeof asked>[0]) => tableIn(asked(more).blocks, 'cut-sets-supplier').rows.map((row) => row.cells)
    const all = rows({})
    expect(all.map(([set]) => (set && 'list' in set ? set.list.length : 0))).toEqual([1, 1, 2, 2])
    expect(all.map((cells) => cells[1])).toEqual(expect.arrayContaining([expect.objectContaining({ unit: 'share-per-year' }), expect.objectContaining({ tone: 'unknown' })]))
    expect(rows({ cutOff: 0.9 })).toHaveLength(2)
    expect(rows({ limit: 1 })).toHaveLength(1)
    expect(all.every((cells) => cells[5] && 'list' in cells[5] && cells[5].list.length > 0)).toBe(true)
  })

  test('a level that nobody knows is answered with those there are', () =>
    expect(estateCuts(subject, { level: 'owners' }).outcome).toMatchObject({ reason: { key: 'cut-sets.unknown-level' } }))
})

describe('as a model for others', () => {
  const modelOf = (level: string, assumed?: number) => {
    const model = estateModel(subject, level, assumed)
    return 'outcome' in model ? expect.unreachable() : model
  }
  const keys = (level: string, assumed?: number) => modelNotes(modelOf(level, assumed), assumed).map((note) => ('key' in note ? note.key : ''))

  test('it gives what was found here, read back', () => {
    const { tops } = asked({ level: 'cause' })
    const again = cuts({ text: modelOf('cause').text })
    expect(again.status === 'answered' && again.tops.map((one) => [one.top, one.probability, one.products])).toEqual(tops.map((one) => [one.top, one.probability, one.products]))
  })

  test('it says of how many events nobody knows a number, and which functions nothing stops', () => {
    expect(keys('supplier')).toEqual(['cut-sets.model-unknown', 'cut-sets.model-unstopped'])
    expect(keys('supplier', 0.1)).toEqual(['cut-sets.model-assumed', 'cut-sets.model-unstopped'])
    expect([...(readOpenPsa(modelOf('supplier', 0.1).text).model?.probabilities ?? [])].some(Number.isNaN)).toBe(false)
  })
})

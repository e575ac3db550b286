import type { Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif'
import type { Assessment } from '#assessment/assessment.ts'
import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Block } from '#findings/block.ts'
import { stableJson } from '#lang/json.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { cleanSpeaker } from './clean-speaker.ts'
import { diagnosticMessage } from './diagnostic-words.ts'
import { type GridRow, gridOf } from './grid.ts'
import { filePlaces, placeText } from './place-text.ts'
import { questionOf } from './question.ts'
import type { Report } from './report.ts'

/** A finding before it is written. */
interface Found {
  readonly rule: ReportingDescriptor
  readonly level: 'error' | 'warning' | 'note'
  readonly text: string
  readonly places: readonly FilePlace[]
}

/** How many places stand beside the first one. */
const placesShown = 5

/**
 * What asks for action, with file and line, in the form that code hosts show beside the code (SARIF 2.1.0, OASIS 2020): what could not
 * be read, and every row of a table that is marked so and rests on a file.
 */
export const sarif: Report = {
  id: 'sarif',
  extension: '.sarif',
  render(assessment, { language }) {
    const found = findings(assessment, cleanSpeaker(language))
    const rules = [...new Map(found.map(({ rule }) => [rule.id, rule])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const at = new Map(rules.map((rule, index) => [rule.id, index]))
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Deltaplan', version: assessment.engine.version, semanticVersion: assessment.engine.version, rules } },
          language: language === 'nl' ? 'nl-NL' : 'en-GB',
          automationDetails: { id: `deltaplan/${assessment.asOf}` },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: assessment.outcomes.every(({ outcome }) => outcome.status !== 'failed') }],
          results: found.map((one) => resultOf(one, at.get(one.rule.id) ?? 0)),
        },
      ],
    }
    return stableJson(log)
  },
}

function findings(assessment: Assessment, speaker: Speaker): readonly Found[] {
  const outcomes = assessment.outcomes.flatMap(({ id, outcome }) =>
    outcome.status === 'answered' ? outcome.blocks.flatMap((block) => fromBlock(speaker, { id, question: speaker.say(questionOf(id)) }, block)) : [],
  )
  return [...assessment.diagnostics.map((one) => fromDiagnostic(speaker, one)), ...outcomes]
}

function fromDiagnostic(speaker: Speaker, one: Diagnostic): Found {
  const title = speaker.say(message(`diagnostic-title.${one.code}`))
  return {
    rule: ruleOf(`diagnostic/${one.code}`, title, title),
    level: one.severity,
    text: speaker.say(diagnosticMessage(one)),
    places: [{ file: one.file, pointer: one.pointer ?? '', ...(one.line === undefined ? {} : { line: one.line }) }],
  }
}

/** Rows that ask for action, and every item of a list: lists are short, and each is an errand. */
function fromBlock(speaker: Speaker, of: { readonly id: string; readonly question: string }, block: Block): readonly Found[] {
  if (block.kind !== 'table' && block.kind !== 'list') return []
  const grid = gridOf(speaker, block)
  const title = grid?.title ?? of.question
  const name = block.kind === 'table' ? block.id : 'key' in block.title ? block.title.key : 'list'
  const asks = (at: number): boolean => block.kind === 'list' || (block.rows[at]?.cells.some((cell) => 'tone' in cell && cell.tone === 'warning') ?? false)
  return (grid?.rows ?? []).flatMap((row, at): readonly Found[] => {
    const places = filePlaces(row.proof)
    if (!asks(at) || places.length === 0) return []
    return [{ rule: ruleOf(`${of.id}/${name}`, title, of.question), level: block.kind === 'list' ? 'note' : 'warning', text: rowText(grid?.columns ?? [], row), places }]
  })
}

/** A row as a sentence: its first cell, then each column with its name. */
const rowText = (columns: readonly string[], row: GridRow): string =>
  [row.cells[0] ?? '', ...row.cells.slice(1).map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`)].filter((part) => part !== '').join('; ')

const ruleOf = (id: string, title: string, question: string): ReportingDescriptor => ({ id, shortDescription: { text: title }, fullDescription: { text: question } })

function resultOf({ rule, level, text, places }: Found, ruleIndex: number): Result {
  const [first, ...others] = places
  const key = `${rule.id} ${first ? placeText(first) : ''} ${text}`
  return {
    ruleId: rule.id,
    ruleIndex,
    level,
    message: { text },
    locations: first ? [{ physicalLocation: locationOf(first) }] : [],
    relatedLocations: others.slice(0, placesShown).map((place, id) => ({ id: id + 1, physicalLocation: locationOf(place) })),
    partialFingerprints: { 'deltaplan/v1': fingerprint(key) },
  }
}

const locationOf = ({ file, line }: FilePlace): PhysicalLocation => ({
  artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
  ...(line === undefined ? {} : { region: { startLine: line } }),
})

/** FNV-1a over the text, in hexadecimal: enough to tell one finding from another between two runs, and the same everywhere. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

import type { Analysis, Engines } from '#analyses/analysis.ts'
import { effortOf } from '#analyses/effort.ts'
import { analyses } from '#analyses/index.ts'
import { assemble } from '#estate/assemble.ts'
import type { Wanted } from '#estate/contents.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Estate } from '#estate/estate.ts'
import { ownHostClaims } from '#estate/own-hosts.ts'
import { selectionClaims } from '#estate/selections.ts'
import { serviceWorkloadClaims } from '#estate/service-workloads.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import { workloadClaims } from '#estate/workloads.ts'
import { zoneNeedClaims } from '#estate/zone-needs.ts'
import { dependencies } from '#facts/dependencies.ts'
import type { Input, Subject } from '#facts/subject.ts'
import { thresholds } from '#facts/thresholds.ts'
import { workloadSummaries } from '#facts/workload-summaries.ts'
import type { Outcome } from '#findings/outcome.ts'
import { enrich } from '#knowledge/enrich.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { by, byCodePoint } from '#lang/compare.ts'
import { message } from '#lang/message.ts'
import { askedIn } from './asked.ts'
import { type Assessment, schemaVersion } from './assessment.ts'
import { withLines } from './lines.ts'
import { type ReadAlone, type ReadFile, readFiles } from './read-files.ts'

/** What an assessment is made of. Everything that could differ from run to run is handed in. */
export interface Request {
  readonly files: readonly SourceFile[]
  /** SHA-256 by path, in hexadecimal. */
  readonly digests: ReadonlyMap<string, string>
  /** SHA-256 of a text, in hexadecimal: pure rooms have none of their own. */
  readonly digestOf: (text: string) => string
  readonly settings: Settings
  readonly knowledge: Knowledge
  readonly knowledgeDigest: string
  readonly engineVersion: string
  /** The date the result speaks of, as ISO 8601 writes it. */
  readonly asOf: string
  readonly seed: number
  readonly options: Readonly<Record<string, string | number | boolean>>
  /** Limits besides those of deltaplan.yaml, each `name=number`. */
  readonly limits: readonly string[]
  /** What could not even be handed over as a file: links that lead out, files that are too large. */
  readonly refused: readonly Diagnostic[]
  /** Packages that are asked for by name, besides those that the knowledge base knows. */
  readonly asked?: Wanted
  /** What files said that were read already, by path: a large folder is read by several threads. */
  readonly ahead?: ReadonlyMap<string, ReadAlone> | undefined
  /** Over how many years losses are simulated; left out, as many as a report needs. */
  readonly years?: number | undefined
  /** Simulates years faster than can be done here and now; the figures are the same. */
  readonly simulate?: Engines['simulate']
  /** Told of each file and each analysis, for progress. */
  readonly told?: ((step: Step) => void) | undefined
}

/** What is being done, and how far that kind of work is: a share within [0, 1], by what the pieces take and not by their number. */
export interface Step {
  readonly kind: 'file' | 'join' | 'analysis'
  /** The path of a file, or the id of an analysis. */
  readonly name: string
  readonly done: number
  readonly of: number
  readonly share: number
}

/** The whole road, in the order data walks it. */
export async function assess(request: Request): Promise<Assessment> {
  const { subject } = subjectOf(request)
  const outcomes = await answersTo(subject, request)
  const { knowledge } = request
  const entries = Object.values(knowledge).reduce((sum: number, map: ReadonlyMap<string, unknown>) => sum + map.size, 0)
  return withLines(
    {
      schemaVersion,
      engine: { name: 'deltaplan', version: request.engineVersion },
      knowledge: { digest: request.knowledgeDigest, entries },
      asOf: request.asOf,
      seed: request.seed,
      options: request.years === undefined ? request.options : { ...request.options, years: request.years },
      inputs: subject.inputs,
      evidenceDigest: subject.evidenceDigest,
      diagnostics: subject.diagnostics,
      dependencies: dependencies(subject),
      workloads: workloadSummaries(subject),
      thresholds: thresholds(subject, request.limits),
      outcomes,
    },
    request.files,
  )
}

/** Every question, one after the other. */
async function answersTo(subject: Subject, { told, simulate }: Request): Promise<Assessment['outcomes']> {
  const whole = analyses.reduce((sum, one) => sum + effortOf(one, subject), 0)
  const outcomes = []
  let before = 0
  for (const [done, analysis] of analyses.entries()) {
    const effort = effortOf(analysis, subject)
    const tell = (share: number): void => told?.({ kind: 'analysis', name: analysis.id, done, of: analyses.length, share: (before + effort * share) / whole })
    tell(0)
    outcomes.push({ id: analysis.id, outcome: await contained(analysis, subject, { simulate, told: tell }) })
    before += effort
  }
  return outcomes
}

/** Reads, joins and informs: everything before the questions. */
export function subjectOf(request: Request): { readonly subject: Subject } {
  const files = request.files.toSorted(by((file) => file.path))
  const read = readFiles(files, {
    settings: request.settings,
    told: (name, done, share) => request.told?.({ kind: 'file', name, done, of: files.length, share }),
    asked: askedIn(request.knowledge, request.asked),
    ahead: request.ahead,
  })
  request.told?.({ kind: 'join', name: '', done: 0, of: 1, share: 0 })
  const observed = assemble(read.map((one) => one.fragment))
  const selections = selectionClaims(observed)
  const services = serviceWorkloadClaims(observed)
  const grouped = assemble([
    observed,
    { claims: [...workloadClaims(observed, selections, services), ...selections, ...services, ...ownHostClaims(observed), ...zoneNeedClaims(observed)] },
  ])
  const known = enrich(grouped, request.knowledge)
  const inputs: Input[] = read.map((one) => ({ file: one.file, sha256: request.digests.get(one.file) ?? '', format: one.format }))
  const diagnostics = [...request.refused, ...read.flatMap((one) => one.fragment.diagnostics), ...known.diagnostics]
  const evidenceDigest = digestOfEvidence(request, read)
  return {
    subject: {
      estate: joined(grouped, assemble([grouped, known])),
      knowledge: request.knowledge,
      asOf: request.asOf,
      years: request.years,
      inputs,
      evidenceDigest,
      diagnostics: diagnostics.sort(inOrder),
    },
  }
}

/** With what answers at the names that only the knowledge base took from settings, as an address for signing in: some are the estate's own. */
function joined(before: Estate, estate: Estate): Estate {
  const late = [...ownHostClaims(estate), ...zoneNeedClaims(estate)].filter((claim) => claim.claim === 'link' && !before.things.has(claim.from))
  return late.length === 0 ? estate : assemble([estate, { claims: late }])
}

/** Of the contents alone, in the order of their digests: a file that is only renamed leaves the evidence as it was. */
function digestOfEvidence(request: Request, read: readonly ReadFile[]): string {
  const contents = read.filter((one) => one.isEvidence).map((one) => request.digests.get(one.file) ?? '')
  return `sha256:${request.digestOf(contents.sort(byCodePoint).join('\n'))}`
}

/** One analysis that fails is a failed outcome, with its reason; the others answer all the same. */
async function contained(analysis: Analysis, subject: Subject, engines: Engines): Promise<Outcome> {
  try {
    return await analysis.answer(subject, engines)
  } catch (fault) {
    return { status: 'failed', reason: message('outcome.failed', { reason: fault instanceof Error ? fault.message : String(fault) }) }
  }
}

const inOrder = (a: Diagnostic, b: Diagnostic): number => byCodePoint(textOf(a), textOf(b))
const textOf = (one: Diagnostic): string => `${one.file}\n${one.code}\n${one.pointer ?? ''}\n${JSON.stringify(one.values ?? {})}`

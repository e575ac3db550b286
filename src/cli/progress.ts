import type { Step } from '#assessment/assess.ts'
import { yearsInReport } from '#assessment/simulate.ts'
import { type Message, message } from '#lang/message.ts'
import { cleanSpeaker } from '#reports/clean-speaker.ts'
import type { Language } from '#words/say.ts'
import { timeLeft } from './time-left.ts'

/** Who looks, and in which language. */
interface Looked {
  readonly quiet: boolean
  readonly language: Language
}

/** Tells how far the work is: a share within [0, 1] of one of its stages, and what is being done. */
interface Bar {
  told(stage: number, share: number, what?: Message): void
  /** Wipes the line, before something else is written. */
  clear(): void
}

/** Told more often, a terminal only flickers. In milliseconds. */
const between = 80
const width = 24

/**
 * One line on standard error that is written over: the share that is done, the time that is left once it can be told, and what is being
 * done. Nothing where nobody looks.
 *
 * @param weights what the stages usually take, in proportion to each other
 */
function bar({ quiet, language }: Looked, weights: readonly number[]): Bar {
  if (quiet || process.stderr.isTTY !== true) return { told: () => undefined, clear: () => undefined }
  const { say } = cleanSpeaker(language)
  const left = timeLeft(weights)
  let [last, lastStage] = [Number.NEGATIVE_INFINITY, -1]
  return {
    told(stage, share, what) {
      const now = performance.now()
      if (now - last < between && stage === lastStage) return
      ;[last, lastStage] = [now, stage]
      const standing = left.told(stage, Math.min(1, share), now)
      const filled = Math.round(width * standing.share)
      const percent = `${Math.floor(standing.share * 100)}`.padStart(2)
      const told = [message('progress.share', { percent }), ...leftOf(standing.millisecondsLeft), ...(what ? [what] : [])].map(say)
      const line = `${'█'.repeat(filled)}${'·'.repeat(width - filled)} ${told.join(' · ')}`
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    },
    clear: () => void process.stderr.write('\r\u001b[K'),
  }
}

function leftOf(milliseconds: number | undefined): readonly Message[] {
  if (milliseconds === undefined) return []
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  // Nobody waits for the second where it is far away.
  const step = seconds <= 10 ? 1 : seconds <= 60 ? 5 : 10
  return [seconds <= 120 ? message('progress.seconds-left', { count: Math.ceil(seconds / step) * step }) : message('progress.minutes-left', { count: Math.ceil(seconds / 60) })]
}

/** What of an assessment usually takes how long. */
const stages = ['file', 'join', 'analysis', 'document'] as const
const usual = { file: 45, join: 10, analysis: 45, document: 5 }

/** How much longer the questions take per year that is simulated beyond what is usual. */
const perYear = 0.0004

/** The bar of an assessment: files that are read, what they say that is joined, questions, documents. */
export function assessmentBar(looked: Looked, years = yearsInReport): { readonly told: (step: Step) => void; document(name: string, share: number): void; clear(): void } {
  const one = bar(
    looked,
    stages.map((stage) => usual[stage] + (stage === 'analysis' ? perYear * Math.max(0, years - yearsInReport) : 0)),
  )
  return {
    told: (step) => one.told(stages.indexOf(step.kind), step.share, wordsOf(step)),
    document: (name, share) => one.told(stages.indexOf('document'), share, message('progress.document', { name })),
    clear: one.clear,
  }
}

function wordsOf({ kind, name, done, of }: Step): Message {
  if (kind === 'file') return message('progress.file', { name, done, of })
  return kind === 'join' ? message('progress.join') : message('progress.analysis', { question: message(`question.${name}`) })
}

/** The bar of work of which only the share that is done is known. */
export function shareBar(looked: Looked): { told(share: number): void; clear(): void } {
  const one = bar(looked, [1])
  return { told: (share) => one.told(0, share), clear: one.clear }
}

import { type Reading, readings } from '#assessment/simulate.ts'
import { readPartial, writtenPartial } from '#kernels/loss/written.ts'
import { isRecord } from '#lang/json.ts'
import { sha256 } from './digest.ts'
import type { Asked, Part } from './simulate-estate.ts'

/** The form that is written and read. The first had neither the years that were asked for nor a digest. */
const form = 2

/** A part as a file. Its digest is of all that stands before it, so that a figure that was changed on the way is found. */
export function writtenPart({ model, asked, made }: Part): string {
  const written = (reading: Reading) => ({ loss: writtenPartial(made[reading].loss), hours: writtenPartial(made[reading].hours) })
  const body = { deltaplanPart: form, model, asked: { years: asked.years, shards: asked.shards }, ...Object.fromEntries(readings.map((reading) => [reading, written(reading)])) }
  return `${JSON.stringify({ ...body, digest: digestOf(body) })}\n`
}

/** A part out of a file; `changed` where it is not as it was written, nothing when it is none. */
export function readPart(text: string): Part | 'changed' | undefined {
  const value = parsed(text)
  if (!isRecord(value)) return text.startsWith('{"deltaplanPart":') ? 'changed' : undefined
  if (value['deltaplanPart'] !== form) return undefined
  const { digest, ...body } = value
  if (digest !== digestOf(body)) return 'changed'
  const of = (reading: Reading) => {
    const made = value[reading]
    const [loss, hours] = isRecord(made) ? [readPartial(made['loss']), readPartial(made['hours'])] : []
    return loss && hours && { loss, hours }
  }
  const [asked, best, worst] = [askedIn(value['asked']), of('best'), of('worst')]
  return typeof value['model'] === 'string' && asked && best && worst ? { model: value['model'], asked, made: { best, worst } } : 'changed'
}

/** Of the values, whatever the spaces and lines between them. */
const digestOf = (body: unknown): string => `sha256:${sha256(JSON.stringify(body))}`

function askedIn(value: unknown): Asked | undefined {
  if (!isRecord(value)) return undefined
  const { years, shards } = value
  const isCount = (one: unknown): one is number => Number.isSafeInteger(one) && (one as number) >= 1
  return isCount(years) && isCount(shards) ? { years, shards } : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no part, or not all of one: the caller looks how it begins
  }
}

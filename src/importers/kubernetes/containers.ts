import type { Claim } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { readCommand } from '../arguments.ts'
import { readScript } from '../script.ts'
import { environmentOf, expanded, shellExpanded, type Variables } from './environment.ts'
import { imageIn, isPlainlyImage } from './images.ts'
import { servicesNamed } from './service-names.ts'
import { joined, nothing, placeOf, type Read, type Unit } from './unit.ts'
import type { Spot } from './walk.ts'
import { below, type Way } from './way.ts'

/** What a container runs, with which settings, by which commands. */
export function containerClaims(unit: Unit, spot: Spot): Read {
  const { value, way, state } = spot
  if (!isRecord(value)) return nothing
  const image = textAt(value, 'image')
  const names = [unit.object.name, textAt(value, 'name') ?? '']
  const variables = environmentOf(unit, spot)
  const images: readonly Claim[] = image === undefined ? [] : imageIn(unit, image, { at: placeOf(unit, below(way, 'image')), state, names })
  return joined([{ claims: images, diagnostics: [] }, variables.read, ...commandsOf(value, way).map((command) => commandClaims(unit, { ...command, state, variables }))])
}

/** Flags that say where an image is put, not where it comes from. */
const pushed = /^--?(destination|dest|tag|t|push|output|cache-repo|to)=/

interface Words {
  readonly words: readonly string[]
  readonly way: Way
}

/** The command with its arguments, the hooks, and scripts as workflows and pipelines have them. */
function commandsOf(value: Record<string, unknown>, way: Way): readonly Words[] {
  const own = [...textsIn(value, 'command'), ...textsIn(value, 'args')]
  const at = below(way, value['command'] === undefined ? 'args' : 'command')
  const hooks = ['postStart', 'preStop'].map((hook): Words => {
    const exec = recordAt(recordAt(value['lifecycle'], hook), 'exec')
    return { words: textsIn(exec, 'command'), way: below(below(way, 'lifecycle'), hook) }
  })
  const scripts = ['script', 'source'].map((key): Words => ({ words: textsIn(value, key), way: below(way, key) }))
  return [{ words: own, way: at }, ...hooks, ...scripts].filter(({ words }) => words.length > 0)
}

function textsIn(value: unknown, key: string): readonly string[] {
  const single = textAt(value, key)
  return single === undefined ? listAt(value, key).flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : [])) : [single]
}

function commandClaims(unit: Unit, command: Words & { readonly state: Spot['state']; readonly variables: Variables }): Read {
  const { words, way, state, variables } = command
  const at = placeOf(unit, way)
  // A line that ends in a backslash goes on: what follows is no comment, whatever it begins with.
  const text = shellExpanded(expanded(words.join(' '), variables.values), variables.values).replace(/\\\r?\n\s*/g, ' ')
  const how = { at, state: unit.state === 'active' ? state : unit.state, inside: unit.scope.insideNames }
  const images = words
    .filter((word) => !pushed.test(word))
    .flatMap((word) => word.split(/[\s=,]+/))
    .filter(isPlainlyImage)
    .flatMap((image) => imageIn(unit, image, { at, state }))
  const isScript = way.step === 'script' || way.step === 'source'
  const read: Read = isScript ? { claims: readScript(unit.id, { text, ...how }), diagnostics: [] } : readCommand(unit.id, { text, ...how })
  return { claims: [...read.claims, ...images, ...servicesNamed(unit, text, { at, state })], diagnostics: read.diagnostics }
}

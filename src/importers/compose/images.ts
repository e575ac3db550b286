import { type Claim, type FilePlace, idOf, weaker } from '#estate/claim.ts'
import type { Fragment } from '#estate/fragment.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { imageClaims, imageName, readImageReference } from '#estate/identifiers/image-reference.ts'
import { withoutSecrets } from '#redaction/secret.ts'
import { readScript } from '../script.ts'
import { isBuilt } from './project-services.ts'
import { lastText, type Placed, rowsOf, type Service } from './service.ts'
import type { Unit } from './unit.ts'

/** Names of the images that a project makes itself, written out. Another service may use one by the same name. */
export function builtImages(services: readonly Service[], project: string): ReadonlySet<string> {
  return new Set(
    services.filter(isBuilt).flatMap((service) => {
      const names = [lastText(service, 'image')?.value, ...['-', '_'].map((joint) => `${project.split('/').at(-1) ?? ''}${joint}${service.name}`)]
      return names.flatMap((name) => {
        const image = name === undefined ? undefined : readImageReference(name)
        return image ? [imageName(image)] : []
      })
    }),
  )
}

/** The image a service starts from. One that is built here is pulled from nowhere, so it is there and inactive as a dependency. */
export function serviceImage(unit: Unit, built: ReadonlySet<string>): Fragment {
  const written = lastText(unit.service, 'image')
  const base = buildClaims(unit)
  if (!written) return { claims: base, diagnostics: [] }
  const plain = written.value.trim()
  const open = plain.length <= longest && /\$\{\w+\}/.test(plain)
  // A tag nobody filled in leaves the name; a name nobody filled in leaves nothing.
  const image = readImageReference(open ? plain.replace(/[:@][^/]*\$\{\w+\}[^/]*$/, '') : plain)
  const { at } = written
  if (!image) return { claims: base, diagnostics: open ? [] : [{ code: 'unexpected', severity: 'warning', ...at, values: { expected: 'registry/name:tag', found: shown(plain) } }] }
  const isOwn = isBuilt(unit.service) || built.has(imageName(image))
  const state = open ? weaker(unit.state, 'placeholder') : unit.state
  return { claims: [...base, ...(isOwn ? ownImage(unit, imageName(image), at) : imageClaims(unit.id, image, { state, basis: 'observed', at }))], diagnostics: [] }
}

const longest = 1000
const shown = (text: string): string => withoutSecrets(text.slice(0, longest)).slice(0, 60)

function ownImage(unit: Unit, name: string, at: FilePlace): readonly Claim[] {
  const common = { state: 'inactive', basis: 'observed', at: [at] } as const
  const id = idOf('image', name)
  return [
    { claim: 'thing', id, ...common, says: { 'built-here': true } },
    { claim: 'link', from: unit.id, to: id, role: 'image', ...common },
  ]
}

/** What a build says in the file itself: where its context is fetched from, and a Dockerfile written inline. */
function buildClaims(unit: Unit): readonly Claim[] {
  const context = lastText(unit.service, 'build', ['context']) ?? lastText(unit.service, 'build')
  const inline = lastText(unit.service, 'build', ['dockerfile_inline'])
  const more = rowsOf(unit.service, 'build', ['additional_contexts']).flatMap((row) => (row.value === undefined ? [] : [{ value: row.value, at: row.at }]))
  const contexts = [...(context ? [context] : []), ...more].flatMap((one) => contextClaims(unit, one))
  return [...contexts, ...(inline ? dockerfileClaims(unit, inline) : [])]
}

function contextClaims(unit: Unit, context: Placed<string>): readonly Claim[] {
  const named = /^docker-image:\/\/(.+)$/.exec(context.value)?.[1]
  const image = named === undefined ? undefined : readImageReference(named)
  if (image) return imageClaims(unit.id, image, { state: unit.state, basis: 'observed', at: context.at, phase: 'build' })
  const host = urlsIn(context.value)[0]?.host ?? urlsIn(`ssh://${/^git@([\w.-]+):/.exec(context.value)?.[1] ?? ''}`)[0]?.host
  if (host?.kind !== 'public') return []
  return [{ claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'runtime-download', phase: 'build', state: unit.state, basis: 'observed', at: [context.at] }]
}

/** Base images and commands of a Dockerfile; stages by name, `scratch` and variables are no images. */
function dockerfileClaims(unit: Unit, file: Placed<string>): readonly Claim[] {
  const stages = new Set<string>()
  const claims: Claim[] = []
  for (const [, from = '', as] of file.value.matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?/gim)) {
    const image = stages.has(from.toLowerCase()) || from === 'scratch' || from.includes('$') ? undefined : readImageReference(from)
    if (image) claims.push(...imageClaims(unit.id, image, { state: unit.state, basis: 'observed', at: file.at, phase: 'build' }))
    if (as !== undefined) stages.add(as.toLowerCase())
  }
  const script = readScript(unit.id, { text: file.value, at: file.at, state: unit.state, inside: unit.insideNames })
  return [...claims, ...script.map((claim): Claim => (claim.claim === 'link' ? { ...claim, phase: 'build' } : claim))]
}

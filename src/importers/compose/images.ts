import { dockerfileUnit } from '#estate/built-units.ts'
import { type Claim, type FilePlace, idOf, weaker } from '#estate/claim.ts'
import type { Fragment } from '#estate/fragment.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { imageClaims, imageName, readImageReference } from '#estate/identifiers/image-reference.ts'
import type { Beside } from '#estate/source-file.ts'
import { withoutSecrets } from '#redaction/secret.ts'
import { readDockerfile } from '../dockerfile.ts'
import type { Variables } from '../dockerfile-variables.ts'
import { pathFrom } from '../paths.ts'
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
export function serviceImage(unit: Unit, built: ReadonlySet<string>, beside: Beside): Fragment {
  const written = lastText(unit.service, 'image')
  const { claims: base, diagnostics: told } = buildClaims(unit, beside)
  if (!written) return { claims: base, diagnostics: told }
  const plain = written.value.trim()
  const open = plain.length <= longest && /\$\{\w+\}/.test(plain)
  // A tag nobody filled in leaves the name; a name nobody filled in leaves nothing.
  const image = readImageReference(open ? plain.replace(/[:@][^/]*\$\{\w+\}[^/]*$/, '') : plain)
  const { at } = written
  if (!image)
    return {
      claims: base,
      diagnostics: open ? told : [...told, { code: 'unexpected', severity: 'warning', ...at, values: { expected: 'registry/name:tag', found: shown(plain) } }],
    }
  const isOwn = isBuilt(unit.service) || built.has(imageName(image))
  const state = open ? weaker(unit.state, 'placeholder') : unit.state
  return { claims: [...base, ...(isOwn ? ownImage(unit, imageName(image), at) : imageClaims(unit.id, image, { state, basis: 'observed', at }))], diagnostics: told }
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

/** What a build says in the file itself: where its context is fetched from, and a Dockerfile written inline; and which Dockerfile beside the file it reads. */
function buildClaims(unit: Unit, beside: Beside): Fragment {
  const context = lastText(unit.service, 'build', ['context']) ?? lastText(unit.service, 'build')
  const inline = lastText(unit.service, 'build', ['dockerfile_inline'])
  const more = rowsOf(unit.service, 'build', ['additional_contexts']).flatMap((row) => (row.value === undefined ? [] : [{ value: row.value, at: row.at }]))
  const contexts = [...(context ? [context] : []), ...more].flatMap((one) => contextClaims(unit, one))
  const recipe = inline ? inlineClaims(unit, inline) : { claims: fileClaims(unit, context, beside), diagnostics: [] }
  return { claims: [...contexts, ...recipe.claims], diagnostics: recipe.diagnostics }
}

function contextClaims(unit: Unit, context: Placed<string>): readonly Claim[] {
  const named = /^docker-image:\/\/(.+)$/.exec(context.value)?.[1]
  const image = named === undefined ? undefined : readImageReference(named)
  if (image) return imageClaims(unit.id, image, { state: unit.state, basis: 'observed', at: context.at, phase: 'build' })
  const host = urlsIn(context.value)[0]?.host ?? urlsIn(`ssh://${/^git@([\w.-]+):/.exec(context.value)?.[1] ?? ''}`)[0]?.host
  if (host?.kind !== 'public') return []
  return [{ claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'runtime-download', phase: 'build', state: unit.state, basis: 'observed', at: [context.at] }]
}

function inlineClaims(unit: Unit, file: Placed<string>): Fragment {
  const { args, target } = wantedOf(unit)
  return readDockerfile(unit.id, { text: file.value, state: unit.state, inside: unit.insideNames, at: () => file.at, args, ...target })
}

/** What the builder is told: values for arguments, and the stage that is wanted. */
function wantedOf(unit: Unit): { readonly args: Variables; readonly target: { readonly target?: string } } {
  const args = rowsOf(unit.service, 'build', ['args']).flatMap((row) => (row.value === undefined ? [] : [[row.name, row.value] as const]))
  const target = lastText(unit.service, 'build', ['target'])?.value
  return { args: new Map(args), target: target === undefined ? {} : { target } }
}

/**
 * A Dockerfile that lies in the estate is read on its own, as what this service is built from. Where the service wants another stage of it
 * or gives values to its arguments, what follows from that is the service's own.
 */
function fileClaims(unit: Unit, context: Placed<string> | undefined, beside: Beside): readonly Claim[] {
  const field = unit.service.fields.get('build')?.at(-1)
  const folder = pathFrom(field?.folder ?? '', context?.value ?? '.')
  const path = folder === undefined ? undefined : pathFrom(folder, lastText(unit.service, 'build', ['dockerfile'])?.value ?? 'Dockerfile')
  const file = path === undefined ? undefined : beside.file(path)
  if (!field || !file) return []
  const part: Claim = {
    claim: 'link',
    from: dockerfileUnit(file.path),
    to: unit.id,
    role: 'part-of',
    state: unit.state,
    basis: 'observed',
    at: [(context ?? { at: field.at([]) }).at],
  }
  const { args, target } = wantedOf(unit)
  if (args.size === 0 && target.target === undefined) return [part]
  const at = (line: number): FilePlace => ({ file: file.path, pointer: `/line/${line}`, line })
  return [part, ...readDockerfile(unit.id, { text: file.text(), state: unit.state, inside: unit.insideNames, at, args, ...target }).claims]
}

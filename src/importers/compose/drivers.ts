import { type Claim, type FilePlace, idOf, type State, weaker } from '#estate/claim.ts'
import { hostValue, readHost } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { readScript } from '../script.ts'
import type { Project } from './project.ts'
import { allNames, allTexts, type Placed } from './service.ts'
import type { Unit } from './unit.ts'

/** Drivers that come with the engine and stay on the machine. */
const ordinary = /^(local|bridge|host|none|overlay|ipvlan|macvlan|default|null|nat)$/

/** Volumes, networks, secrets and configs that a service uses and that something other than the engine provides. */
export function driverClaims(unit: Unit, project: Project): readonly Claim[] {
  const used: readonly (readonly [string, readonly Placed<string>[]])[] = [
    ['volumes', sources(unit, 'volumes')],
    ['networks', allNames(unit.service, 'networks')],
    ['secrets', sources(unit, 'secrets')],
    ['configs', sources(unit, 'configs')],
  ]
  return used.flatMap(([section, names]) => names.flatMap(({ value: name }) => definedClaims(unit, project, { section, name })))
}

/** The names in a list whose items are `name`, `name:path` or `{source: name}`. */
function sources(unit: Unit, key: string): readonly Placed<string>[] {
  const plain = allTexts(unit.service, key).map(({ value, at }) => ({ value: value.split(':')[0] ?? '', at }))
  const long = (unit.service.fields.get(key) ?? []).flatMap((field) =>
    (Array.isArray(field.value) ? field.value : []).flatMap((item, index) => {
      const source = textAt(item, 'source')
      return source === undefined ? [] : [{ value: source, at: field.at([index]) }]
    }),
  )
  return [...plain, ...long]
}

function definedClaims(unit: Unit, project: Project, what: { readonly section: string; readonly name: string }): readonly Claim[] {
  return project.section(what.section).flatMap((section): readonly Claim[] => {
    const defined = Object.hasOwn(section.value, what.name) ? section.value[what.name] : undefined
    if (!isRecord(defined)) return []
    const [driver, content] = [textAt(defined, 'driver'), textAt(defined, 'content')]
    const at = section.at([what.name, 'driver'])
    const sign =
      driver === undefined || ordinary.test(driver) ? [] : [signClaim(unit.id, { on: 'compose-path', text: `${what.section}.*.driver=${driver}` }, { state: unit.state, at })]
    const script = content === undefined ? [] : readScript(unit.id, { text: content, at: section.at([what.name, 'content']), state: unit.state, inside: unit.insideNames })
    return [...sign, ...script, ...storageClaims(unit, recordAt(defined, 'driver_opts'), (option) => section.at([what.name, 'driver_opts', option]))]
  })
}

/** Where a volume really lies, when it is mounted from elsewhere: `o: addr=nfs.provider.net`, `device: //u1.provider.net/share`. */
function storageClaims(unit: Unit, options: Record<string, unknown>, at: (option: string) => FilePlace): readonly Claim[] {
  return Object.entries(options).flatMap(([option, value]): readonly Claim[] => {
    if (typeof value !== 'string') return []
    const [, address, share, exported] = /(?:^|,)addr=([^,\s]+)|^\/\/([^/\s]+)\/|^([\w.-]+):\//.exec(value) ?? []
    const host = hostValue(address ?? share ?? exported ?? '')
    if (!host || host.kind === 'inside' || unit.insideNames.has(host.name)) return []
    const state: State = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
    return [{ claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'endpoint', state, basis: 'observed', at: [at(option)] }]
  })
}

/** Name servers outside that a service is told to ask. */
export function dnsClaims(unit: Unit): readonly Claim[] {
  return allTexts(unit.service, 'dns').flatMap(({ value, at }): readonly Claim[] => {
    const host = readHost(value)
    if (!host || host.kind === 'inside') return []
    const state: State = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
    return [{ claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'endpoint', state, basis: 'observed', at: [at] }]
  })
}

/** Keys of extensions that tell a tool of one vendor something: `x-aws-vpc`. */
export function extensionClaims(unit: Unit, project: Project): readonly Claim[] {
  const own = [...unit.service.fields].flatMap(([name, fields]) => fields.slice(-1).map((field) => ({ name, at: field.at([]) })))
  return [...own, ...project.keys].flatMap(({ name, at }) =>
    /^x-[a-z]+-[a-z]/.test(name) ? [signClaim(unit.id, { on: 'compose-path', text: name }, { state: unit.state, at })] : [],
  )
}

import { type Claim, type FilePlace, idOf } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { readImageReference } from '#estate/identifiers/image-reference.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { secretInText } from '#redaction/secret.ts'
import { decodedBase64 } from '../base64.ts'
import { readSettings, secretFound } from '../settings.ts'
import { type ConfigText, readText } from './config-text.ts'
import { linkFrom, nothing, placeOf, type Read, type Unit } from './unit.ts'
import { below, wayTo } from './way.ts'

/** Secrets that the cluster or a tool makes for itself, and that hold no settings. */
const ownTypes = /^(kubernetes\.io\/(service-account-token|tls|ssh-auth)|helm\.sh\/|bootstrap\.kubernetes\.io\/)/

/**
 * That a Secret lies in a file, its values in the open (base64 hides nothing). None of them is copied. Which host a connection string
 * or a file in it names is no secret, and is read; what stood beside it is not.
 */
export function secretClaims(unit: Unit): Read {
  const { value } = unit.object
  const table = isRecord(value['stringData']) ? 'stringData' : 'data'
  const texts = ['stringData', 'data'].flatMap((key) =>
    Object.entries(recordAt(value, key)).flatMap(([name, text]) => (typeof text === 'string' && text !== '' ? [{ key, name, text }] : [])),
  )
  if (texts.length === 0) return nothing
  const diagnostics = texts.every(({ text }) => /^[${<]|^ENC\[|^(null|none|changeme)?$/i.test(text)) ? [] : [secretFound(placeOf(unit, wayTo(table)), 'secret')]
  if (ownTypes.test(textAt(value, 'type') ?? '')) return { claims: [], diagnostics }
  if (/dockerc/.test(textAt(value, 'type') ?? '')) return { claims: texts.flatMap((text) => registriesIn(unit, text)), diagnostics }
  const read = texts.map(({ key, name, text }) => {
    const plain = plainOf({ key, text })
    const one: ConfigText | undefined = plain === undefined ? undefined : { name, text: plain, at: placeOf(unit, below(wayTo(key), name)), state: unit.state }
    return one ? readText(unit, one) : { settings: [], claims: [] }
  })
  const settings = readSettings(
    unit.id,
    read.flatMap((one) => one.settings),
  )
  // A sign tells that a name is set; the value beside it stays where it is.
  const claims = [...read.flatMap((one) => one.claims), ...settings.claims].map((claim) => {
    if (claim.claim !== 'link' || claim.role !== 'shows') return claim
    const { says: _, ...rest } = claim
    return rest
  })
  return { claims, diagnostics }
}

const plainOf = ({ key, text }: { readonly key: string; readonly text: string }): string | undefined => (key === 'data' ? decodedBase64(text) : text)

/** The registries that credentials are kept for. */
function registriesIn(unit: Unit, one: { readonly key: string; readonly name: string; readonly text: string }): readonly Claim[] {
  const plain = plainOf(one) ?? ''
  const at = placeOf(unit, below(wayTo(one.key), one.name))
  const names = [...plain.slice(0, 100_000).matchAll(/"((?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:\/[\w./-]*)?)"\s*:\s*\{/gi)].flatMap(
    ([, text = '']) => readImageReference(`${text.replace(/^https?:\/\//, '').replace(/\/.*$/, '')}/any`)?.registry ?? [],
  )
  return [...new Set(names)].map((name) => linkFrom(unit, { to: idOf('registry', name), role: 'registry', at }))
}

/** Keys of a custom resource under which a secret itself stands, not the name of a Secret. */
const secretKey =
  /^(password|passwd|passphrase|clientSecret|secretAccessKey|secretKey|apiKey|apiToken|accessToken|authToken|privateKey|token|client-key-data|id-token|refresh-token)$/i

/** A secret that stands in a resource in the open. Names of Secrets and of their keys are none. */
export function plainSecret(key: string, text: string, at: FilePlace): readonly Diagnostic[] {
  const inText = secretInText(text)
  if (inText !== undefined) return [secretFound(at, inText)]
  const isReference = /^[a-z0-9.-]*(secret|password|token|key|cred)[a-z0-9.-]*$|^[$<{]|^(true|false|null|none)$/i.test(text)
  return secretKey.test(key) && !isReference ? [secretFound(at, 'password')] : []
}

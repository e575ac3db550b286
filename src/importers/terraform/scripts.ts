import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { secretIn, secretInText } from '#redaction/secret.ts'
import { decodedBase64 } from '../base64.ts'
import { readScript } from '../script.ts'
import { secretFound } from '../settings.ts'
import type { Leaf } from './leaves.ts'
import type { Unit } from './unit.ts'

const scriptName =
  /^(user_data|user_data_base64|user_data_raw|custom_data|startup_script|startup-script|startup-script-url|metadata_startup_script|user-data|cloud_init|cloud-init|buildspec|build_spec|script|scripts|inline|command|commands|entry_?point|args|init_script|script_content|command_to_execute|lifecycle_script|on_create|on_start)$/i
const noHosts: ReadonlySet<string> = new Set()

/** Whether an attribute of this name holds commands. */
export const isScript = (name: string): boolean => scriptName.test(name)

/** A digest that stands where a script was. */
export const isDigest = (text: string): boolean => /^[0-9a-f]{40}$/.test(text)

/** What the commands in an attribute call and fetch, and whether a secret lies among them. */
export function scriptClaims(unit: Unit, leaf: Leaf): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  const raw = String(leaf.value)
  // Terraform keeps only a digest of some scripts; it is no script.
  if (isDigest(raw) || raw.length > 1_000_000) return { claims: [], diagnostics: [] }
  const text = decodedBase64(raw) ?? raw
  const at = unit.place(leaf.path)
  const secret = secretInText(text) ?? assignedSecret(text)
  return { claims: readScript(unit.id, { text, at, state: unit.state, inside: noHosts }), diagnostics: secret === undefined ? [] : [secretFound(at, secret)] }
}

function assignedSecret(text: string): string | undefined {
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=(\S+)/gm)) {
    const secret = secretIn(name, value.replace(/^["']|["']$/g, ''))
    if (secret !== undefined) return secret
  }
  return undefined
}

import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'

/** One plain value of a resource, with the way to it. */
export interface Leaf {
  readonly path: Path
  /** The way without indices. */
  readonly names: readonly string[]
  readonly value: string | number | boolean
}

/** A table of names and values that a program is started with, met on the way. */
export interface SettingsFound {
  readonly path: Path
  readonly entries: readonly { readonly name: string; readonly value?: string; readonly path: Path }[]
}

export interface Walked {
  readonly leaves: readonly Leaf[]
  readonly settings: readonly SettingsFound[]
  readonly cut: boolean
}

/** More values than a resource of an honest file has. What comes after is said to be unread. */
export const leafLimit = 20_000
const deepest = 48

const settingNames =
  /^(environment|environments|env|envs|env_vars?|environment_?variables?|environmentVariables|variables|app_settings|site_config_app_settings|(runtime_|build_|service_)?(build_)?environment_(variables|secrets)|secret_environment_variables?|plain_text_environment|user_environment_variable|config_vars)$/i

/** What is said of the resource and not done with it. */
const remarks = /^(tags|tags_all|labels|effective_labels|terraform_labels|description|comment|timeouts|annotations)$/

/**
 * All plain values below a resource's attributes, sensitive ones left out. Text that is JSON (container definitions) is read as
 * what it holds; its values are placed at the attribute.
 */
export function leavesOf(values: Readonly<Record<string, unknown>>, hidden: unknown): Walked {
  const leaves: Leaf[] = []
  const settings: SettingsFound[] = []
  const left: Step[] = [{ value: values, mask: hidden, path: [], names: [], inText: false }]
  while (left.length > 0 && leaves.length < leafLimit) {
    const step = left.pop() as Step
    if (step.mask === true || step.path.length > deepest || step.names.length > deepest) continue
    const { value } = step
    const last = step.names.at(-1) ?? ''
    if (remarks.test(last) && step.names.length === 1) continue
    // A permission document says who may do what: neither its services nor its principals are called.
    if (isRecord(value) && 'Statement' in value) continue
    const table = settingNames.test(last) ? tableOf(step) : undefined
    if (table) settings.push(table)
    else if (typeof value === 'string') {
      const inside = step.inText ? undefined : jsonIn(value)
      if (inside === undefined) leaves.push({ path: step.path, names: step.names, value })
      else left.push({ ...step, value: inside, mask: undefined, inText: true })
    } else if (typeof value === 'number' || typeof value === 'boolean') leaves.push({ path: step.path, names: step.names, value })
    else for (const part of inner(step).reverse()) left.push(part)
  }
  return { leaves, settings, cut: left.length > 0 }
}

interface Step {
  readonly value: unknown
  readonly mask: unknown
  readonly path: Path
  readonly names: readonly string[]
  /** Inside a text that was JSON: pointers end at the text. */
  readonly inText: boolean
}

function inner(step: Step): Step[] {
  const { value, mask, names, inText } = step
  if (Array.isArray(value))
    return value.map((item, index) => ({ value: item, mask: Array.isArray(mask) ? mask[index] : undefined, path: inText ? step.path : [...step.path, index], names, inText }))
  if (!isRecord(value)) return []
  return Object.entries(value).map(([name, item]) => ({
    value: item,
    mask: isRecord(mask) ? mask[name] : undefined,
    path: inText ? step.path : [...step.path, name],
    names: [...names, name],
    inText,
  }))
}

/** A map of names to values, or a list of `{name, value}`; nothing where it is a block with other things in it. */
function tableOf(step: Step): SettingsFound | undefined {
  const below = (key: string | number): Path => (step.inText ? step.path : [...step.path, key])
  if (isRecord(step.value)) {
    const all = Object.entries(step.value)
    if (all.length === 0 || all.some(([, value]) => typeof value === 'object' && value !== null)) return undefined
    const masked = (name: string): boolean => isRecord(step.mask) && step.mask[name] === true
    return { path: step.path, entries: all.map(([name, value]) => ({ name, path: below(name), ...(value === null || masked(name) ? {} : { value: String(value) }) })) }
  }
  if (!Array.isArray(step.value) || step.value.length === 0) return undefined
  const rows = step.value.map((row, index) => ({ row, index }))
  if (!rows.every(({ row }) => isRecord(row) && typeof row['name'] === 'string' && !('image' in row))) return undefined
  return {
    path: step.path,
    entries: rows.flatMap(({ row, index }) => {
      if (!isRecord(row)) return []
      const mask = Array.isArray(step.mask) ? step.mask[index] : undefined
      const shown = mask !== true && !(isRecord(mask) && mask['value'] === true) && (typeof row['value'] === 'string' || typeof row['value'] === 'number')
      return [{ name: String(row['name']), path: below(index), ...(shown ? { value: String(row['value']) } : {}) }]
    }),
  }
}

/** A text that is a JSON object or list, and no permission document. */
function jsonIn(text: string): unknown {
  if (text.length > 500_000 || !/^\s*(\{\s*"|\[\s*[{"])/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // only looks like JSON: a template, or text that was cut
  }
}

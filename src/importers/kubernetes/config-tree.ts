import { type Claim, type State, weaker } from '#estate/claim.ts'
import { documentsOf } from '#estate/source/documents.ts'
import { sourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Setting } from '../settings.ts'
import { isTelling, settingName } from './config-lines.ts'
import type { ConfigText, TextRead } from './config-text.ts'
import { imageAt, imageIn } from './images.ts'
import { modelClaims } from './models.ts'
import { servicesNamed } from './service-names.ts'
import { exporterSigns, type PipelineUse, pipelineUse, receiverSigns } from './telemetry.ts'
import type { Unit } from './unit.ts'

/** More values than settings have; the rest of a long list is more of the same. */
const mostValues = 1500
const deepest = 24

/** Keys whose text is for people, or is evaluated. */
export const prose =
  /^(description|summary|message|title|help|helpText|comment|comments|notes?|runbook|runbook_?url|documentation|docs?|docs?_?url|externalDocs|expr|query|queries|regex|pattern|body|icon|homepage|home|licen[sc]es?|maintainers|keywords|href|links?|support|sources|schema|\$schema|\$id|xmlns)$/i
/** Branches of a tree that are for people. */
export const asideBranches = /^(annotations|labels|examples?|openAPIV3Schema|dashboards?|panels|rules|alerts|relabel_configs|metric_relabel_configs|processors)$/i
/** Branches whose content is sent away. */
export const outwardBranches =
  /^(exporters|remote_?write|remoteWrite|sinks|outputs?|clients|alerting|alertmanagers|receivers|telemetry|tracing|additionalAlertManagerConfigs|fluentd|sentry|apm)$/i

/** A tree of settings as YAML or JSON has it: each leaf is a setting, named by the way to it. Comments were never in the tree. */
export function settingsInTree(unit: Unit, text: ConfigText): TextRead {
  const state = weaker(unit.state, text.state)
  const { documents } = documentsOf(sourceFile(text.name, text.text))
  const reader: Reader = { unit, text, settings: [], claims: [], left: mostValues }
  for (const { value } of documents) {
    const use = pipelineUse(value)
    const how = { at: text.at, state }
    reader.claims.push(...exporterSigns(unit, value, use, how), ...receiverSigns(unit, value, how))
    visit(reader, { value, names: [], state, reports: false }, use)
  }
  return { settings: reader.settings, claims: reader.claims }
}

interface Reader {
  readonly unit: Unit
  readonly text: ConfigText
  readonly settings: Setting[]
  readonly claims: Claim[]
  left: number
}

interface Branch {
  readonly value: unknown
  readonly names: readonly string[]
  readonly state: State
  readonly reports: boolean
}

function visit(reader: Reader, branch: Branch, use: PipelineUse | undefined): void {
  const { value, names } = branch
  if (reader.left <= 0 || names.length > deepest) return
  if (Array.isArray(value)) {
    for (const item of value) visit(reader, { ...branch, value: item }, use)
  } else if (isRecord(value)) {
    const off = value['enabled'] === false || value['enable'] === false || value['disabled'] === true
    const state = off && names.length > 0 ? weaker(branch.state, 'inactive') : branch.state
    for (const [key, inner] of Object.entries(value)) {
      const image = imageAt(key, inner)
      if (image !== undefined) reader.claims.push(...imageIn(reader.unit, image, { at: reader.text.at, state }))
      if (prose.test(key) || asideBranches.test(key)) continue
      // A receiver of a collector listens; what a pipeline does not name is defined and not used.
      if (use && names.length === 0 && key === 'receivers') continue
      const unused = use && names[0] === 'exporters' && names.length === 1 && !use.exporters.has(key)
      const reports = branch.reports || outwardBranches.test(key)
      visit(reader, { value: inner, names: [...names, key], state: unused ? weaker(state, 'inactive') : state, reports }, use)
    }
  } else if (value !== null && value !== undefined) leaf(reader, branch)
}

function leaf(reader: Reader, { value, names, state, reports }: Branch): void {
  reader.left--
  const { unit, text } = reader
  const name = settingName(names.slice(-4).join('_'))
  const plain = String(value)
  if (name === '' || plain.length > 5000) return
  reader.claims.push(...modelClaims(unit, { key: names.at(-1) ?? '', at: text.at, state }, plain))
  if (isTelling(name, plain)) reader.settings.push({ name, value: plain, at: text.at, state, inside: unit.scope.insideNames, ...(reports ? { reports } : {}) })
  reader.claims.push(...servicesNamed(unit, plain, { at: text.at, state, setting: name, ...(reports ? { reports } : {}) }))
}

import type { Assessment } from '#assessment/assessment.ts'
import { isReadFormat } from '#estate/passed-over.ts'
import { groupBy } from '#lang/group.ts'
import { catalogue } from '#words/index.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'
import type { Section } from './questions.ts'
import { plainGrid } from './table.ts'

/** The back of the report: everything found, how it was made, and what its words mean. */
export const appendixSections = (page: Page, assessment: Assessment): readonly Section[] => [
  { id: 'workloads', title: said(page, 'appendix.workloads'), body: workloads(page, assessment) },
  { id: 'dependencies', title: said(page, 'appendix.dependencies'), body: dependencies(page, assessment) },
  { id: 'glossary', title: said(page, 'glossary.title'), body: glossary(page) },
  { id: 'made', title: said(page, 'appendix.made'), body: made(page, assessment) },
]

function workloads(page: Page, assessment: Assessment): Markup {
  if (assessment.workloads.length === 0) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const columns = ['appendix.workload', 'appendix.serves', 'appendix.parts', 'appendix.grouped-by'].map((key) => said(page, key))
  const rows = assessment.workloads.map((one) => [
    html`${one.name}`,
    html`${one.serves.length === 0 ? said(page, 'appendix.serves-none') : page.speaker.list(one.serves.map(({ name }) => name))}`,
    html`${page.speaker.number(one.units)}`,
    html`${groupedBy(page, one.groupedBy)}`,
  ])
  return plainGrid(said(page, 'appendix.workloads'), columns, rows)
}

function groupedBy(page: Page, key: string): string {
  if (key.startsWith('label:')) return said(page, 'appendix.grouped-label', { label: key.slice('label:'.length) })
  return catalogue[`appendix.grouped-${key}`] ? said(page, `appendix.grouped-${key}`) : key
}

/** One folded list per kind, so that hundreds of packages do not bury the one key store. */
function dependencies(page: Page, assessment: Assessment): Markup {
  if (assessment.dependencies.length === 0) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const columns = ['appendix.dependency', 'appendix.state', 'appendix.basis', 'appendix.place'].map((key) => said(page, key))
  const kinds = [...groupBy(assessment.dependencies, (one) => one.kind)]
  return html`${kinds.map(([kind, list]) => {
    const title = said(page, `dependency.${kind}`)
    const rows = list.map((one) => [
      html`${one.kind === 'location-country' ? page.speaker.country(one.value) : one.value}`,
      html`${said(page, `state.${one.state}`)}`,
      html`${said(page, `basis.${one.basis}`)}`,
      places(page, one.evidence),
    ])
    return html`<details class="case"><summary>${said(page, 'appendix.count', { title: { plain: title }, count: list.length })}</summary>${plainGrid(title, columns, rows)}</details>`
  })}`
}

function places(page: Page, evidence: Assessment['dependencies'][number]['evidence']): Markup {
  const [first, ...rest] = evidence
  if (!first) return html`${said(page, 'proof.no-place')}`
  const line = first.line === undefined ? first.pointer : `:${first.line}`
  return html`<code>${first.file}${first.line === undefined && ' '}${line}</code>${rest.length > 0 && html` <span class="quiet">${said(page, 'proof.more-places', { count: rest.length })}</span>`}`
}

/** Every word with a gloss, in the order of the catalogue. */
function glossary(page: Page): Markup {
  const terms = Object.keys(catalogue).filter((key) => key.startsWith('term.'))
  return html`<dl class="glossary">${terms.map((key) => html`<div><dt>${said(page, key)}</dt><dd>${said(page, key.replace('term.', 'gloss.'))}</dd></div>`)}</dl>`
}

function made(page: Page, assessment: Assessment): Markup {
  const { engine, knowledge, inputs, options, schemaVersion, seed } = assessment
  const set = Object.entries(options).map(([name, value]) => `${name} = ${value}`)
  const facts = [
    ['appendix.knowledge', knowledge.digest],
    ['appendix.seed', String(seed)],
    ['appendix.options', set.length > 0 ? set.join(', ') : '–'],
    ['appendix.form', schemaVersion],
  ] as const
  const columns = ['appendix.file', 'appendix.format', 'appendix.digest'].map((key) => said(page, key))
  const rows = inputs.map((input) => [
    html`<code>${input.file}</code>`,
    html`${isReadFormat(input.format) ? input.format : said(page, input.format === '' ? 'appendix.not-read' : 'appendix.passed-over')}`,
    html`<code class="digest">${input.sha256}</code>`,
  ])
  const files = said(page, 'appendix.count', { title: { key: 'appendix.files' }, count: inputs.length })
  return html`<p>${said(page, 'appendix.made-text', { version: engine.version, files: inputs.length, entries: knowledge.entries })}</p>
<dl class="figures made">${facts.map(([key, value]) => html`<div><dt>${said(page, key)}</dt><dd><code>${value}</code></dd></div>`)}</dl>
<details class="case"><summary>${files}</summary>${plainGrid(said(page, 'appendix.files'), columns, rows)}</details>`
}

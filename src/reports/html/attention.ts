import type { Assessment } from '#assessment/assessment.ts'
import { diagnosticGroups, diagnosticMessage, diagnosticPlace } from '../diagnostic-words.ts'
import { toned } from './cell.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'
import type { Section } from './questions.ts'
import { plainGrid } from './table.ts'

/** How many places of one case stand open, and how many are written at all. */
const placesShown = 200

/** What could not be read and what needs attention, by case; and how the limits stand that somebody set. */
export function attentionSection(page: Page, assessment: Assessment): Section {
  const groups = diagnosticGroups(assessment.diagnostics).map(({ code, severity, list }) => {
    const rest = list.length - placesShown
    const places = list.slice(0, placesShown).map((one) => html`<li><code>${diagnosticPlace(one)}</code> ${page.speaker.say(diagnosticMessage(one))}</li>`)
    const more = rest > 0 && html`<p class="quiet">${said(page, 'report.attention-more', { count: rest })}</p>`
    const title = said(page, 'appendix.count', { title: { key: `diagnostic-title.${code}` }, count: list.length })
    return html`<details class="case"><summary><span class="severity ${severity}">${said(page, `severity.${severity}`)}</span> ${title}</summary><ul class="places">${places}</ul>${more}</details>`
  })
  const none = groups.length === 0 && html`<p>${said(page, 'report.attention-none')}</p>`
  return { id: 'attention', title: said(page, 'report.attention'), body: html`${limits(page, assessment.thresholds)}${groups}${none}` }
}

function limits(page: Page, thresholds: Assessment['thresholds']): Markup | false {
  const columns = ['report.threshold-name', 'report.threshold-limit', 'report.threshold-value', 'report.threshold-passed'].map((key) => said(page, key))
  const number = (value: number): string => (Number.isNaN(value) ? said(page, 'figure.unknown') : page.speaker.number(value))
  const rows = thresholds.map((one) => [
    html`${page.speaker.say(nameOf(one.name))}`,
    html`${number(one.limit)}`,
    html`${number(one.value)}`,
    toned(page, said(page, one.passed ? 'report.yes' : 'report.no'), one.passed ? 'plain' : 'warning'),
  ])
  return thresholds.length > 0 && html`<div class="block table"><h3>${said(page, 'report.thresholds')}</h3>${plainGrid(said(page, 'report.thresholds'), columns, rows)}</div>`
}

const known = ['single-points', 'unknown-suppliers', 'unreadable', 'secrets']

/** A limit nobody knows keeps the name it was given. */
const nameOf = (name: string) => (known.includes(name) ? { key: `threshold.${name}` } : { plain: name })

import type { Assessment } from '#assessment/assessment.ts'
import type { Language } from '#words/say.ts'
import { firstScreen } from '../first-screen.ts'
import { appendixSections } from './appendix.ts'
import { attentionSection } from './attention.ts'
import { firstPage } from './first-page.ts'
import { html, type Markup, raw } from './markup.ts'
import { type Page, pageIn, said } from './page.ts'
import { questionSections, type Section } from './questions.ts'
import { styleSheet } from './style/sheet.ts'

/** Nothing may be fetched and nothing may run: not even markup that slipped through could do harm or tell anybody. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The whole page. Proofs are numbered as they are met, so the drawers are written last. */
export function documentOf(assessment: Assessment, language: Language): string {
  const page = pageIn(language)
  const first = firstScreen(assessment)
  const opening = firstPage(page, assessment, first)
  const sections = [...questionSections(page, assessment, first), attentionSection(page, assessment), ...appendixSections(page, assessment)]
  const title = said(page, 'report.title')
  const body = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Deltaplan: ${title}</title>
<style>${raw(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#main">${said(page, 'report.skip')}</a>
${pageHeader(page, title, assessment.asOf)}
<main id="main">
${opening}
${contents(page, sections)}
<div class="sections">
${sections.map(sectionMarkup)}
<section class="evidence" aria-label="${said(page, 'proof.title')}"><h2 class="paper-only">${said(page, 'proof.title')}</h2>${page.proofs.drawers()}</section>
</div>
</main>
</body>
</html>
`
  return body.markup
}

/** The mark: a staff gauge, as it stands in Dutch water. */
const mark = raw(
  '<svg class="mark" aria-hidden="true" viewBox="0 0 20 40" width="20" height="40"><path d="M1 1h18v38H1z M1 8h9 M1 14h13 M1 20h9 M1 26h13 M1 32h9" fill="none" stroke="currentColor" stroke-width="2"/></svg>',
)

function pageHeader(page: Page, title: string, asOf: string): Markup {
  const choices = ['system', 'light', 'dark'].map(
    (theme) => html`<label><input type="radio" name="theme" id="theme-${theme}"${theme === 'system' && html` checked`}><span>${said(page, `report.theme-${theme}`)}</span></label>`,
  )
  return html`<header><div class="bar">${mark}<div><p class="brand">Deltaplan</p><h1>${title}</h1><p class="as-of">${said(page, 'report.as-of', { date: { date: asOf } })}</p></div>
<fieldset class="theme"><legend>${said(page, 'report.theme')}</legend><div>${choices}</div></fieldset></div></header>`
}

function contents(page: Page, sections: readonly Section[]): Markup {
  const links = sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)
  return html`<nav aria-label="${said(page, 'report.contents')}"><p class="nav-head">${said(page, 'report.next-section')}</p><ol><li><a href="#first">${said(page, 'report.first-page')}</a></li>${links}</ol></nav>`
}

const sectionMarkup = (section: Section): Markup => html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}</h2>
${section.body}</section>
`

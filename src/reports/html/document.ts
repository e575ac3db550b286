import type { Assessment } from '#assessment/assessment.ts'
import type { Language } from '#words/say.ts'
import { firstScreen } from '../first-screen.ts'
import { appendixSections } from './appendix.ts'
import { attentionSection } from './attention.ts'
import { firstPage } from './first-page.ts'
import { html, type Markup } from './markup.ts'
import { type Page, pageIn, said } from './page.ts'
import { questionSections, type Section } from './questions.ts'
import { shell } from './shell.ts'

/** The whole page. Proofs are numbered as they are met, so the drawers are written last. */
export function documentOf(assessment: Assessment, language: Language): string {
  const page = pageIn(language)
  const first = firstScreen(assessment)
  const opening = firstPage(page, assessment, first)
  const sections = [...questionSections(page, assessment, first), attentionSection(page, assessment), ...appendixSections(page, assessment)]
  const head = { title: said(page, 'report.title'), asOf: assessment.asOf }
  return shell(page, head, { before: html`${opening}\n${contents(page, sections)}`, sections: sections.map(sectionMarkup) })
}

function contents(page: Page, sections: readonly Section[]): Markup {
  const links = sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a></li>`)
  return html`<nav aria-label="${said(page, 'report.contents')}"><p class="nav-head">${said(page, 'report.next-section')}</p><ol><li><a href="#first">${said(page, 'report.first-page')}</a></li>${links}</ol></nav>`
}

const sectionMarkup = (section: Section): Markup => html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}</h2>
${section.body}</section>
`

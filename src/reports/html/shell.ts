import { html, type Markup, raw } from './markup.ts'
import { type Page, said } from './page.ts'
import { styleSheet } from './style/sheet.ts'

/** Nothing may be fetched and nothing may run: not even markup that slipped through could do harm or tell anybody. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** What stands above a page. */
export interface Head {
  readonly title: string
  readonly asOf: string
}

/**
 * A whole file around what it says: head, style, the bar at the top, and the proofs that were asked for by then.
 *
 * @param before what stands before the sections: the first page, the contents
 */
export function shell(page: Page, { title, asOf }: Head, { before, sections }: { readonly before: Markup; readonly sections: readonly Markup[] }): string {
  const body = html`<!doctype html>
<html lang="${page.speaker.language}">
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
${pageHeader(page, title, asOf)}
<main id="main">
${before}
<div class="sections">
${sections}
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

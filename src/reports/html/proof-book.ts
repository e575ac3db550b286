import { isFilePlace, type Origin } from '#estate/claim.ts'
import type { Proof, Step } from '#findings/evidence.ts'
import { stepName } from '#findings/step-name.ts'
import { uniqueBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'

import { html, type Markup } from './markup.ts'

/** Numbers the proofs of one page, each different one once, and writes them out at its end. */
export interface ProofBook {
  /** A button that opens the drawer of a proof; nothing where there is no proof. `short` leaves the word to the column's head. */
  button(proof: Proof | undefined, short?: boolean): Markup | undefined
  /** All drawers that were asked for. On paper they are the appendix. */
  drawers(): Markup
}

/** How many places a step shows. More of them prove nothing more, and make the page heavy. */
const placesShown = 4

export function proofBook(speaker: Speaker): ProofBook {
  const numbers = new Map<string, { readonly number: number; readonly proof: Proof }>()
  const say = (key: string, values?: Parameters<typeof message>[1]): string => speaker.say(message(key, values))
  const button = (proof: Proof | undefined, short = false): Markup | undefined => {
    if (!proof || (proof.steps.length === 0 && proof.at.length === 0)) return undefined
    const key = JSON.stringify(proof)
    const { number } = numbers.get(key) ?? { number: numbers.size + 1 }
    numbers.set(key, { number, proof })
    const word = html`<span${short && html` class="away"`}>${say('proof.open')} </span>`
    return html`<button type="button" class="proof-button" popovertarget="proof-${number}">${word}${number}</button>`
  }
  const drawers = (): Markup => html`${[...numbers.values()].map(({ number, proof }) => drawer({ speaker, say }, number, proof))}`
  return { button, drawers }
}

interface Voice {
  readonly speaker: Speaker
  say(key: string, values?: Parameters<typeof message>[1]): string
}

function drawer(voice: Voice, number: number, proof: Proof): Markup {
  const { say } = voice
  return html`<section class="drawer" id="proof-${number}" popover aria-labelledby="proof-title-${number}">
<h3 id="proof-title-${number}">${say('proof.of', { number })}</h3>
<button type="button" class="drawer-close" popovertarget="proof-${number}" popovertargetaction="hide">${say('proof.close')}</button>
${proof.steps.length > 0 && html`<p class="drawer-head">${say('proof.path')}</p><ol class="steps">${proof.steps.map((step) => stepItem(voice, step))}</ol>`}
${proof.leftOut !== undefined && html`<p class="quiet">${say('proof.left-out', { count: proof.leftOut })}</p>`}
${proof.at.length > 0 && html`<p class="drawer-head">${say('proof.places')}</p>${placeList(voice, proof.at)}`}
</section>
`
}

function stepItem(voice: Voice, step: Step): Markup {
  const standing = [voice.say(`basis.${step.basis}`), ...(step.state === 'active' ? [] : [voice.say(`state.${step.state}`)])].join(' · ')
  return html`<li><p><b>${voice.speaker.say(stepName(step.from))}</b> ${voice.say(`role.${step.role}`)} <b>${voice.speaker.say(stepName(step.to))}</b></p><p class="standing">${standing}</p>${placeList(voice, step.at)}</li>`
}

/** Two places on one line are one place for whoever opens the file. */
const lineOf = (origin: Origin): string => (isFilePlace(origin) ? `${origin.file}:${origin.line ?? origin.pointer}` : `${origin.url} ${origin.read}`)

function placeList(voice: Voice, all: readonly Origin[]): Markup {
  const at = uniqueBy(all, lineOf)
  if (at.length === 0) return html`<p class="place">${voice.say('proof.no-place')}</p>`
  const more = at.length - placesShown
  return html`<ul class="places">${at.slice(0, placesShown).map((origin) => html`<li>${place(voice, origin)}</li>`)}${more > 0 && html`<li>${voice.say('proof.more-places', { count: more })}</li>`}</ul>`
}

function place(voice: Voice, origin: Origin): Markup {
  if (isFilePlace(origin)) {
    const line = origin.line === undefined ? '' : `:${origin.line}`
    return html`<code>${origin.file}${line}</code>${origin.pointer !== '' && html` <code class="pointer">${origin.pointer}</code>`}`
  }
  const when = voice.say('proof.read-on', { date: { date: origin.read } })
  return html`${link(origin.url)}, ${when}${!origin.verified && html` <em class="unopened">${voice.say('proof.not-opened')}</em>`}`
}

/** A link only where the address is one of the web; anything else is shown and cannot be followed. */
const link = (url: string): Markup => (/^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener">${url}</a>` : html`<code>${url}</code>`)

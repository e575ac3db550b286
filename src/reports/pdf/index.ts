import type { Assessment } from '#assessment/assessment.ts'
import type { Block } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { cleanSpeaker } from '../clean-speaker.ts'
import { diagnosticGroups, diagnosticMessage, diagnosticPlace } from '../diagnostic-words.ts'
import { firstScreen, laterBlocks, openingFigures } from '../first-screen.ts'
import { questionOf } from '../question.ts'
import type { Report } from '../report.ts'
import { blockContent } from './block.ts'
import { sheet } from './sheet.ts'
import { type Content, call, document, text } from './typst.ts'

/** How many places of one case are written out. */
const placesShown = 20

/** A document for board papers and archives: set by Typst as PDF/UA, which refuses whatever cannot be read aloud. */
export const pdf: Report = {
  id: 'pdf',
  extension: '.pdf',
  setBy: 'typst',
  render(assessment, { language }) {
    const speaker = cleanSpeaker(language)
    const say = (key: string, values?: Parameters<typeof message>[1]): string => speaker.say(message(key, values))
    const first = firstScreen(assessment)
    const [year = '', month = '', day = ''] = assessment.asOf.split('-').map((part) => String(Number(part)))
    const evidence: Block = { kind: 'measures', title: message('report.evidence-title'), measures: openingFigures(assessment, first) }
    const opening = [
      heading(1, say('report.title')),
      call('quiet', text(say('report.as-of', { date: { date: assessment.asOf } }))),
      ...first.headlines.map((block) => call('headline', text(speaker.say(block.text)))),
      ...first.more.map((block) => text(speaker.say(block.text))),
      ...first.notes.map((block) => call('quiet', text(speaker.say(block.text)))),
      ...[evidence, ...first.primary.map(({ block }) => block)].flatMap((block) => blockContent(speaker, block, 2)),
    ]
    const questions = assessment.outcomes.flatMap(({ id, outcome }) => {
      const title = heading(2, speaker.say(questionOf(id)))
      if (outcome.status !== 'answered') return [title, call('quiet', text(`${say(`report.status.${outcome.status}`)} ${speaker.say(outcome.reason)}`))]
      const later = laterBlocks(outcome.blocks, first).flatMap((block) => blockContent(speaker, block, 3))
      return later.length === 0 ? [] : [title, ...later]
    })
    const settings = [
      `set document(title: ${text(`Deltaplan: ${say('report.title')}`)}, author: "Deltaplan", date: datetime(year: ${year}, month: ${month}, day: ${day}))`,
      `set text(lang: "${language}")`,
    ]
    return `${document(...settings)}${sheet}${document(...opening, ...questions, ...attention(speaker, assessment))}`
  },
}

const heading = (level: number, words: string): Content => call('heading', `level: ${level}`, text(words))

function attention(speaker: Speaker, { diagnostics }: Assessment): readonly Content[] {
  const cases = diagnosticGroups(diagnostics).flatMap(({ code, severity, list }) => {
    const title = speaker.say(message('appendix.count', { title: message(`diagnostic-title.${code}`), count: list.length }))
    const places = list.slice(0, placesShown).map((one) => text(`${diagnosticPlace(one)}: ${speaker.say(diagnosticMessage(one))}`))
    const rest = list.length > placesShown ? [text(speaker.say(message('report.attention-more', { count: list.length - placesShown })))] : []
    return [heading(3, `${speaker.say(message(`severity.${severity}`))}: ${title}`), call('list', ...places, ...rest)]
  })
  return [heading(2, speaker.say(message('report.attention'))), ...(cases.length === 0 ? [call('quiet', text(speaker.say(message('report.attention-none'))))] : cases)]
}

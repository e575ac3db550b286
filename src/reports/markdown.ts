import type { Assessment } from '#assessment/assessment.ts'
import type { Block } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import type { Language, Speaker } from '#words/say.ts'
import { cleanSpeaker } from './clean-speaker.ts'
import { diagnosticGroups, diagnosticMessage, diagnosticPlace } from './diagnostic-words.ts'
import { firstScreen, laterBlocks, openingFigures } from './first-screen.ts'
import { type Grid, gridOf } from './grid.ts'
import { proofText } from './place-text.ts'
import { questionOf } from './question.ts'
import type { Report } from './report.ts'

/** How many rows of a table, and places of a case, are written: a comment under a change is read and not studied. */
const rowsShown = 50
const placesShown = 10

/** The report as GitHub-flavoured Markdown: the first page open, each question folded beneath it. */
export const markdown: Report = {
  id: 'markdown',
  extension: '.md',
  render(assessment, { language }) {
    const speaker = cleanSpeaker(language)
    const say = (key: string, values?: Parameters<typeof message>[1]): string => speaker.say(message(key, values))
    const first = firstScreen(assessment)
    const evidence: Block = { kind: 'measures', title: message('report.evidence-title'), measures: openingFigures(assessment, first) }
    const parts = [
      `# ${plain(say('report.title'))}`,
      plain(say('report.as-of', { date: { date: assessment.asOf } })),
      ...first.headlines.map((block) => `**${plain(speaker.say(block.text))}**`),
      ...first.more.map((block) => plain(speaker.say(block.text))),
      ...first.notes.map((block) => plain(speaker.say(block.text))),
      ...[evidence, ...first.primary.map(({ block }) => block)].map((block) => blockText(speaker, block, '##')),
      ...assessment.outcomes.map(({ id, outcome }) => {
        const title = speaker.say(questionOf(id))
        if (outcome.status !== 'answered') return folded(title, `${plain(say(`report.status.${outcome.status}`))} ${plain(speaker.say(outcome.reason))}`)
        return folded(
          title,
          laterBlocks(outcome.blocks, first)
            .map((block) => blockText(speaker, block, '###'))
            .join('\n\n'),
        )
      }),
      attention(speaker, assessment),
    ]
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`
  },
}

/** One outcome in full, for a comment under a change. */
export function outcomeMarkdown(outcome: Outcome, language: Language): string {
  const speaker = cleanSpeaker(language)
  if (outcome.status !== 'answered') return `${plain(speaker.say(outcome.reason))}\n`
  const [open, rest] = [outcome.blocks.filter((block) => block.kind === 'text'), outcome.blocks.filter((block) => block.kind !== 'text')]
  const sentences = open.map((block) => (block.kind === 'text' && block.role === 'headline' ? `**${plain(speaker.say(block.text))}**` : blockText(speaker, block, '##')))
  const tables = rest.map((block) => folded(titleOf(speaker, block), bodyText(speaker, block)))
  return `${[...sentences, ...tables].filter((part) => part !== '').join('\n\n')}\n`
}

const titleOf = (speaker: Speaker, block: Block): string => {
  const grid = gridOf(speaker, block)
  return `${grid?.title ?? ''} (${speaker.number(grid?.rows.length ?? 0)})`
}

function blockText(speaker: Speaker, block: Block, heading: string): string {
  if (block.kind === 'text') return plain(speaker.say(block.text))
  const title = 'title' in block && block.title ? [`${heading} ${plain(speaker.say(block.title))}`] : []
  return [...title, bodyText(speaker, block)].join('\n\n')
}

function bodyText(speaker: Speaker, block: Block): string {
  const grid = gridOf(speaker, block)
  if (!grid || grid.rows.length === 0) return plain(grid?.empty ?? '')
  return block.kind === 'list' ? listText(grid) : tableText(speaker, grid)
}

function listText(grid: Grid): string {
  return grid.rows
    .map((row, at) => {
      const place = proofText(row.proof, 2)
      return `${at + 1}. ${plain(row.cells[0] ?? '')}${place === '' ? '' : ` (\`${code(place)}\`)`}`
    })
    .join('\n')
}

function tableText(speaker: Speaker, grid: Grid): string {
  const places = grid.rows.map((row) => proofText(row.proof, 2))
  const proven = places.some((place) => place !== '')
  const columns = [...grid.columns, ...(proven ? [speaker.say(message('proof.open'))] : [])]
  const rows = grid.rows.slice(0, rowsShown).map((row, at) => [...row.cells.map(plain), ...(proven ? [places[at] ? `\`${code(places[at])}\`` : ''] : [])])
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const more = grid.rows.length - rowsShown
  const rest = more > 0 ? [`\n${plain(speaker.say(message('grid.more-rows', { count: more })))}`] : []
  return [line(columns.map(plain)), line(columns.map(() => '---')), ...rows.map(line), ...rest].join('\n')
}

function attention(speaker: Speaker, { diagnostics }: Assessment): string {
  const cases = diagnosticGroups(diagnostics).map(({ code: kind, severity, list }) => {
    const title = speaker.say(message('appendix.count', { title: message(`diagnostic-title.${kind}`), count: list.length }))
    const places = list.slice(0, placesShown).map((one) => `  - \`${code(diagnosticPlace(one))}\` ${plain(speaker.say(diagnosticMessage(one)))}`)
    const more = list.length > placesShown ? [`  - ${plain(speaker.say(message('report.attention-more', { count: list.length - placesShown })))}`] : []
    return [`- ${plain(speaker.say(message(`severity.${severity}`)))}: ${plain(title)}`, ...places, ...more].join('\n')
  })
  return folded(speaker.say(message('report.attention')), cases.length === 0 ? plain(speaker.say(message('report.attention-none'))) : cases.join('\n'))
}

const folded = (title: string, body: string): string => (body === '' ? '' : `<details>\n<summary>${plain(title)}</summary>\n\n${body}\n\n</details>`)

/** Text that stays text: whatever Markdown or HTML would make something of is escaped, and it stays on one line. */
const plain = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`)).replaceAll(/\s+/g, ' ')

/** Text within backticks: what could leave it, or could be taken for a tag where somebody reads it less well, is shown by a like sign. */
const code = (text: string): string => text.replaceAll('`', 'ˋ').replaceAll('<', '‹').replaceAll('>', '›').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

import type { SourceFile } from '#estate/source-file.ts'
import { type DnsRecord, fullName } from './record.ts'
import type { RecordsRead } from './zone-file.ts'

/** `host` and `nslookup` tell records in words: by the words between the name and the data, the type of the record and the form of its data. */
const phrases: ReadonlyMap<string, { readonly type: string; readonly data: RegExp }> = new Map([
  ['has address', { type: 'A', data: /^(\S+)$/ }],
  ['has IPv6 address', { type: 'AAAA', data: /^(\S+)$/ }],
  ['mail is handled by', { type: 'MX', data: /^(\d{1,5}) (\S+)$/ }],
  ['mail exchanger =', { type: 'MX', data: /^(\d{1,5}) (\S+)$/ }],
  ['name server', { type: 'NS', data: /^(\S+)$/ }],
  ['nameserver =', { type: 'NS', data: /^(\S+)$/ }],
  ['is an alias for', { type: 'CNAME', data: /^(\S+)$/ }],
  ['canonical name =', { type: 'CNAME', data: /^(\S+)$/ }],
  ['has SOA record', { type: 'SOA', data: /^(\S+) \S+ \d+ \d+ \d+ \d+ \d+$/ }],
  ['has CAA record', { type: 'CAA', data: /^(\d{1,3} [a-z0-9]+ .+)$/ }],
  ['has SRV record', { type: 'SRV', data: /^\d{1,5} \d{1,5} \d{1,5} (\S+)$/ }],
  ['descriptive text', { type: 'TXT', data: /^(".*")$/ }],
  ['text =', { type: 'TXT', data: /^(".*")$/ }],
])
const phrase = new RegExp(`^(\\S+) (${[...phrases.keys()].join('|')}) (.+)$`)

/** A line longer than this is no phrase: a text record holds 65,535 bytes at the most. */
const longest = 70_000

/** The record that a line tells of in words, if it does: its name, its type, and the parts of its data. */
function phraseIn(line: string): { readonly name: string; readonly type: string; readonly parts: readonly string[] } | undefined {
  if (line.length > longest) return undefined
  const [, name = '', words = '', data = ''] = phrase.exec(line.trim().replace(/[ \t]+/g, ' ')) ?? []
  const known = phrases.get(words)
  const parts = known?.data.exec(data)?.slice(1)
  return known && parts ? { name, type: known.type, parts } : undefined
}

/** Whether a line tells of a record in the words of `host` or `nslookup`. */
export const isPhrase = (line: string): boolean => phraseIn(line) !== undefined

/** The records that `host` and `nslookup` tell. Their other lines (which server was asked, that nothing was found) say nothing. */
export function phraseRecords(file: SourceFile): RecordsRead {
  const records: DnsRecord[] = []
  for (const [at, line] of file
    .text()
    .split(/\r\n|\n|\r/)
    .entries()) {
    const said = phraseIn(line)
    const owner = fullName(said?.name ?? '', '')
    if (!said || owner === undefined || owner === '') continue
    const data = said.parts.at(-1) ?? ''
    const isText = said.type === 'TXT' || said.type === 'CAA'
    const target = isText || said.type === 'A' || said.type === 'AAAA' ? undefined : fullName(data, '')
    records.push({
      owner,
      type: said.type,
      text: isText ? textOf(data, said.type) : '',
      at: { file: file.path, pointer: `/line/${at + 1}`, line: at + 1 },
      ...(target === undefined ? {} : { target }),
      ...(said.parts.length === 2 ? { rank: Number(said.parts[0]) } : {}),
    })
  }
  return { records, diagnostics: [] }
}

/** Pieces in quotes are one text; of a CAA record the quotes only hold its value. */
const textOf = (data: string, type: string): string =>
  type === 'CAA' ? data.replaceAll('"', '') : [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece = '']) => piece.replace(/\\(.)/g, '$1')).join('')

import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import { entriesOf } from './entries.ts'
import { isPhrase } from './phrases.ts'
import { fitsType, isWhole as hasTop } from './record.ts'
import { tableOf } from './table.ts'
import { partsOf } from './zone-file.ts'

/** How a file tells of records: as a zone file, in the words of a look-up tool, or as a table. */
export type Form = 'zone' | 'phrases' | 'table'

/** So much of a file is looked at. */
const head = 30_000

/** Words of which one stands in every such file: most files have none, and are looked at no further. */
const mayTell =
  /[ \t](?:SOA|NS|MX|TXT|CNAME|A|AAAA|SRV|CAA|PTR|SPF|HTTPS|SVCB|ALIAS|ANAME|DNAME|TLSA)[ \t]|[ \t][Ii][Nn][ \t]+[A-Za-z]|^\$(?:ORIGIN|TTL|INCLUDE)[ \t]|[ \t](?:has (?:address|IPv6|SOA|CAA|SRV)|mail is handled|mail exchanger|name server|is an alias for|descriptive text)|nameserver =|canonical name =|(?:\b|_)(?:[Tt]ype|TYPE)\b/m

/** What `dig` and `drill` write around what they found. */
const banner = /^; <<>> (DiG|delv|drill)\b|^;; (->>HEADER<<-|QUESTION SECTION|ANSWER SECTION|AUTHORITY SECTION)/im
const starts = /^\$(ORIGIN[ \t]+\S+|TTL[ \t]+\d|INCLUDE[ \t]+\S+)/im

/**
 * In which form a file tells of DNS records, by what its first lines hold: most of them are records whose data has the form of its type.
 * Without any word that only a zone has (`$ORIGIN`, a start of authority, a banner), each record has to name its class too.
 */
export const formOf: (file: SourceFile) => { readonly form: Form | undefined } = once((file) => {
  const text = file.text()
  const part = text.length <= head ? text : text.slice(0, text.lastIndexOf('\n', head) + 1 || head)
  // Markup, JSON and what is no text at all.
  if (/^\s*[<{[]/.test(part) || part.includes('\0')) return { form: undefined }
  if (!mayTell.test(part)) return { form: undefined }
  const lines = part.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !/^\s*[;#]/.test(line))
  const told = lines.filter(isPhrase).length
  if (told > 0 && told * 2 >= lines.length) return { form: 'phrases' }
  if (isZone(part)) return { form: 'zone' }
  return { form: tableOf(file).table ? 'table' : undefined }
})

function isZone(text: string): boolean {
  const { entries, broken } = entriesOf(text)
  const own = entries.filter((entry) => !entry.tokens[0]?.text.startsWith('$'))
  const read = own.flatMap((entry) => {
    const parts = partsOf(entry)
    return parts && fitsType(parts.type, parts.data) ? [parts] : []
  })
  const isMarked = banner.test(text) || starts.test(text) || read.some((one) => one.type === 'SOA')
  // Without anything that says below what its names hang, a part of a zone is read with the zone that includes it.
  const isWhole = isMarked || read.some((one) => one.owner?.endsWith('.') === true || (one.owner !== undefined && hasTop(one.owner)))
  const good = !isWhole ? 0 : isMarked ? read.length : read.filter((one) => one.hasClass).length
  const most = isMarked ? 0.5 : 0.8
  return good > 0 ? good >= most * (own.length + broken.length) : /^\$INCLUDE[ \t]+\S+/im.test(text) && starts.test(text) && own.length === 0
}

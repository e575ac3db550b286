import { type Message, message, plain } from '#lang/message.ts'
import type { Named } from './evidence.ts'

/** A thing of a proof as its reader calls it: by its name, or in the reader's language where it has none of its own. */
export function stepName({ id, name, title }: Named): Message {
  if (title !== undefined) return message('name.both', title)
  if (id === 'workload:ungrouped') return message('name.ungrouped')
  const number = /^party:named\/.*individual (\d+)$/.exec(id)?.[1]
  return number === undefined ? plain(name) : message('name.individual', { number })
}

import type { Interval } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'

/** An interval in words of its ends; one word where the ends are one. */
export const inSpan = ({ low, high }: Interval, word: (value: number) => Message): Message =>
  low === high ? word(high) : message('loss.span', { low: word(low), high: word(high) })

/** Money in a sentence. */
export const euro = (value: number): Message => message('figure.euros', { value: { amount: value } })
export const euros = (interval: Interval): Message => inSpan(interval, euro)

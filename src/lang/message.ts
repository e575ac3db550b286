/**
 * A text that is still free of any language: a key of the catalogues with the values its sentence needs, or a name that is
 * the same in every language.
 */
export type Message = { readonly key: string; readonly values?: Readonly<Record<string, MessageValue>> } | { readonly plain: string }

/**
 * What may stand in a sentence. A number is written as the language writes it; `{ date }` likewise; of an `{ amount }`, which is an
 * estimate, two digits count; a list of messages is joined with commas and a last "and".
 */
export type MessageValue = string | number | Message | { readonly date: string } | { readonly amount: number } | readonly Message[]

export const message = (key: string, values?: Readonly<Record<string, MessageValue>>): Message => (values === undefined ? { key } : { key, values })
export const plain = (text: string): Message => ({ plain: text })

/** Markup of Typst, in code mode: an expression that makes content. */
export type Content = string

/** Text that stays text: a string of Typst, which nothing in it can end. */
export const text = (words: string): Content =>
  `"${words.replaceAll(/["\\\p{Cc}]/gu, (sign) => (sign === '"' ? '\\"' : sign === '\\' ? '\\\\' : `\\u{${(sign.codePointAt(0) ?? 32).toString(16)}}`))}"`

/** A call of a function of ours or of Typst. */
export const call = (name: string, ...args: readonly Content[]): Content => `${name}(${args.join(', ')})`

/** A list of values. The comma behind a single one makes it a list at all. */
export const list = (...values: readonly Content[]): Content => `(${values.join(', ')}${values.length === 1 ? ',' : ''})`

/** Expressions one after the other, each as a line of a document. */
export const document = (...lines: readonly Content[]): string => lines.map((line) => `#${line}\n`).join('')

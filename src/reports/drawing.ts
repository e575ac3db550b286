/**
 * Colours that stand for those of the theme until a drawing is done: the library wants real ones, and a drawing on the page follows
 * its theme.
 */
export const standIn = {
  node: '#010101',
  'node-warning': '#010102',
  'node-unknown': '#010103',
  ink: '#010104',
  ribbon: '#010105',
  strong: '#010106',
  quiet: '#010107',
  line: '#010108',
  paper: '#010109',
} as const

/** A drawing as SVG without its frame; colours are variables of the theme (`var(--ink)`). */
export interface Drawing {
  readonly inner: string
  readonly width: number
  readonly height: number
}

/** What the library drew, without its frame, and without the marks and counters that a live chart would need. */
export function drawnBy(svg: string, width: number, height: number): Drawing {
  const body = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (?:ecmeta_\w+|class|xml:space|style)="[^"]*"/g, '')
    .replaceAll(/<rect [^>]*fill="none"[^>]*><\/rect>/g, '')
  const inner = Object.entries(standIn)
    .reduce((text, [name, colour]) => text.replaceAll(`fill="${colour}"`, `fill="var(--${name})"`).replaceAll(`stroke="${colour}"`, `stroke="var(--${name})"`), body)
    .trim()
  return { inner, width, height }
}

/** Every colour has a light and a dark value; each pair of ink and ground keeps WCAG AA (4.5 : 1 for text). */
const colours = {
  ground: ['#f6f5ef', '#0d1a20'],
  paper: ['#fffefb', '#13232b'],
  ink: ['#14303c', '#e3ebeb'],
  quiet: ['#48606a', '#a5b7bc'],
  line: ['#cfd8d6', '#2d444d'],
  strong: ['#0a5e6b', '#74c7cf'],
  tint: ['#e0eeec', '#17353e'],
  bar: ['#123c4a', '#0a2530'],
  'bar-ink': ['#f4f7f4', '#e3ebeb'],
  warning: ['#93380a', '#ffb681'],
  'warning-ground': ['#fbeadb', '#3a2415'],
  unknown: ['#54497a', '#c8bce6'],
  good: ['#1f5f3d', '#8fd3ab'],
  node: ['#0a5e6b', '#74c7cf'],
  'node-warning': ['#93380a', '#ffb681'],
  'node-unknown': ['#54497a', '#c8bce6'],
  ribbon: ['#c3dada', '#27505c'],
} as const

/** The light colours, for what is drawn on paper. */
export const lightColours: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(colours).map(([name, [light]]) => [name, light]))

const tokens = (at: 0 | 1): string =>
  Object.entries(colours)
    .map(([name, pair]) => `--${name}:${pair[at]}`)
    .join(';')

/** Follows the screen unless the reader chose; the choice is a plain radio button, so it needs no script. Paper is always light. */
export const themeStyle = `
:root{color-scheme:light;${tokens(0)}}
@media screen and (prefers-color-scheme:dark){:root:not(:has(#theme-light:checked)){color-scheme:dark;${tokens(1)}}}
@media screen{:root:has(#theme-dark:checked){color-scheme:dark;${tokens(1)}}}
`

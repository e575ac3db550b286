/** Kinds of functions by what their loss costs. A kind chooses which lines to fill in; it brings no number along. */
export const functionKinds = ['office', 'transactions', 'care', 'statutory', 'production'] as const
export type FunctionKind = (typeof functionKinds)[number]

/** What a function of a kind does, in a few words. */
export const kindWords: Readonly<Record<FunctionKind, string>> = {
  office: 'people who cannot work without it',
  transactions: 'orders, payments or visits that do not come in',
  care: 'people who have to be helped elsewhere, or later',
  statutory: 'decisions and deadlines that a law sets',
  production: 'a line, a plant or a warehouse that stands still',
}

/** An interval to fill in: nine times out of ten it holds. Whoever knows the likeliest or the middle amount writes `likely` or `middle` beside it. */
const span = '{ low: …, high: … }'

const head = ['cost:', '  currency: EUR', '  priceLevel: … # finance: in the money of which year are the amounts?']

const staff = [
  '  staff:',
  `    people: ${span} # HR: how many people work with it at the same time?`,
  `    idle: ${span} # head of the department: which share of their work stands still without it? 0.5 is half`,
  `    rate: ${span} # finance: what does an hour of one of them cost, all in?`,
]

const lostData = [
  '  lostData: # how many hours between two copies: `rpo` of the function, or `hours` here',
  `    perHour: ${span} # operations: what does it cost to enter again, or to do without, what was written in an hour?`,
]

const most = ['  most: … # finance: what can one outage not cost more than, however long it lasts?']

/** An amount per event. */
const event = (what: string, ask: string): string => `    - { what: ${what}, chance: ${span}, low: …, high: … } # ${ask}`
const recovery = event('recovery', 'IT: which share of outages, 0 to 1, needs help from outside, and what is the bill?')
const letters = event('notification', 'privacy officer: after which share of outages do people have to be told, and what does that cost?')
const fine = event('fine', 'legal: how likely is a fine after an outage, and of how much?')

const lines: Readonly<Record<FunctionKind, readonly string[]>> = {
  office: [...staff, ...lostData, '  perEvent:', recovery],
  transactions: [
    '  transactions:',
    `    perHour: ${span} # operations: how many come in within an hour?`,
    `    lost: ${span} # sales: which share of them never comes back?`,
    `    value: ${span} # finance: what is left of one, the margin and not the turnover?`,
    '  steps:',
    '    - { at: PT…H, low: …, high: … } # legal: which penalty is due by contract, and after how many hours?',
    ...lostData,
    '  perEvent:',
    recovery,
    fine,
  ],
  care: [
    '  care:',
    `    perHour: ${span} # operations: how many patients or clients come within an hour?`,
    `    diverted: ${span} # head of the department: which share of them is sent elsewhere?`,
    `    each: ${span} # finance: what does one of those cost, with what others charge for it?`,
    ...staff,
    ...lostData,
    '  perEvent:',
    recovery,
    letters,
  ],
  statutory: [
    '  deadlines:',
    '    from: P…D # legal: after how many days are the first deadlines missed?',
    `    perDay: ${span} # operations: how many cases a day from then on?`,
    `    each: ${span} # finance: what does a missed one cost, penalty and work?`,
    ...staff,
    ...lostData,
    '  perEvent:',
    fine,
    letters,
  ],
  production: [
    '  perHour:',
    '    - { from: PT0H, low: …, high: … } # finance: what does an hour without output cost, the margin and not the turnover?',
    '    - { from: PT…H, low: …, high: … } # operations: from which hour on does it cost more, and how much: no stock left, spoilt goods?',
    ...staff,
    '  steps:',
    '    - { at: PT…H, low: …, high: … } # sales: which penalty is due for delivering late, and after how many hours?',
    '  perEvent:',
    event('start again', 'operations: which share of stops spoils what is in the line, and what does starting again cost?'),
    recovery,
  ],
}

/** Who goes without. Beside money and never added to it. */
const affected: Readonly<Partial<Record<FunctionKind, readonly string[]>>> = {
  care: [
    'affects: # stands beside money and is never added to it',
    `  people: ${span} # operations: how many go without while it is down?`,
    `  duties: { what: …, perHour: ${span} } # operations: which care is put off, and how much of it an hour?`,
  ],
  statutory: ['affects: # stands beside money and is never added to it', `  people: ${span} # operations: how many go without while it is down?`],
}

/** The lines of deltaplan.yaml under a function of a kind, to be filled in where `…` stands. Beside each number: who knows it, and what to ask. */
export const costTemplate = (kind: FunctionKind): readonly string[] => [...head, ...lines[kind], ...most, ...(affected[kind] ?? [])].map(aligned)

/** Questions stand in one column, but for those behind a long line. */
function aligned(line: string): string {
  const [text = '', question] = line.split(' # ')
  return question === undefined ? text : `${text.padEnd(34)} # ${question}`
}

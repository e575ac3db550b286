/**
 * What a draw is for, in the upper 8 bits of the second counter word: so no two draws of a block share a counter. Under the block's key (seed, block) the rest of the counter
 * tells source, item, event, or pool and window; under an event's own key it tells what the event strikes.
 */
export const purposes = {
  count: 1 << 24,
  countByRejection: 2 << 24,
  rate: 3 << 24,
  input: 4 << 24,
  yearKey: 5 << 24,
  event: 6 << 24,
  eventMore: 7 << 24,
  eventKey: 8 << 24,
  eventTime: 9 << 24,
  eventOuter: 10 << 24,
  poolCount: 11 << 24,
  poolEvent: 12 << 24,
  poolOuter: 13 << 24,
  eventEndless: 14 << 24,
} as const

/** The same under an event's own key. */
export const eventPurposes = { spread: 1, spreadOuter: 2, exit: 3, failOver: 4, failOverOuter: 5, lump: 6, lumpOuter: 7, member: 8, memberExit: 9 } as const

import type { Link } from '#estate/estate.ts'
import { said, saidNumber } from '#estate/said.ts'

/** What an owner holds, in percent: of the shares or of the votes, whichever is more. Undefined where nobody says. */
export function heldPercent(link: Link): number | undefined {
  const known = (['share', 'votes'] as const).flatMap((side) => saidNumber(link, side) ?? [])
  return known.length === 0 ? undefined : Math.max(...known)
}

/** Whether an owner holds enough to reach through: more than half or control, something between, or too little. */
export function controlOf(link: Link): 'full' | 'contested' | 'none' {
  if (link.role !== 'owned-by') return 'full'
  const held = heldPercent(link)
  if (held === undefined) return 'contested'
  return held > 50 ? 'full' : held >= 25 ? 'contested' : 'none'
}

/** Whether a link gives control: more than half, or said to be control, a veto or the board. */
export const controlsBy = (link: Link): boolean =>
  link.role === 'controlled-by' || (heldPercent(link) ?? 0) > 50 || said(link, 'veto')[0]?.value === true || said(link, 'appoints-board')[0]?.value === true

import { expAll } from '../maths/exp-all.ts'
import { type Fill, fillWords, type Words } from '../random/block-of-words.ts'
import { normalOf } from '../random/normal-draw.ts'
import { normalWords } from '../random/normal-words.ts'
import { threefry } from '../random/threefry.ts'
import type { Tally } from './engine.ts'
import { type Events, onGrid } from './events.ts'
import type { GivenOutages } from './joint-outages.ts'
import { blockYears, periodOf } from './model.ts'
import { outageEnds } from './outage-end.ts'
import { addOutage, clearLists, emptyLists, type Outage } from './outage-lists.ts'
import type { Plan } from './plan.ts'
import { eventPurposes } from './purposes.ts'
import { settling } from './settle.ts'

/**
 * What the events of one block do to the items: for each event the outages it starts, for each year what all outages together cost.
 *
 * An event's first word under its key gives the spread, its second whether it strikes at all; exits and fail-overs draw from counters of their own.
 */
export function strikes(plan: Plan): (events: Events, given: GivenOutages, tally: Tally) => void {
  const { strikes: model } = plan.model
  const ready = plan.strikes
  const most = plan.full.reduce((found, source) => Math.max(found, (model.offsets[source + 1] as number) - (model.offsets[source] as number)), 0)
  const words: Words = { first: new Int32Array(most), second: new Int32Array(most) }
  const factors = new Float64Array(most)
  const outer = new Int32Array(most)
  const draw = new Int32Array(4)
  const fill: Fill = { key0: 0, key1: 0, counter1: eventPurposes.spread, from: 0, to: 0, count: 0 }
  const lists = emptyLists(plan.model.items.limit.length)
  const outage: Outage = { item: 0, from: 0, to: 0, event: 0, cell: 0 }
  const endOf = outageEnds(plan)
  const settle = settling(plan)

  /** What each strike makes of the event's duration: e^(spread · z). */
  const spreadOut = (): void => {
    const noted = normalWords(words.first, fill.count, factors, outer)
    for (let which = 0; which < noted; which++) {
      const place = outer[which] as number
      draw[0] = fill.key0
      draw[1] = fill.key1
      draw[2] = ready.counter[fill.from + place] as number
      draw[3] = eventPurposes.spreadOuter
      threefry(draw)
      factors[place] = normalOf(words.first[place] as number, draw[2] as number)
    }
    for (let place = 0; place < fill.count; place++) factors[place] = (model.spread[fill.from + place] as number) * (factors[place] as number)
    expAll(factors, fill.count, 700)
  }

  const strike = (events: Events, event: number, period: number): void => {
    const source = events.source[event] as number
    fill.from = model.offsets[source] as number
    fill.count = (model.offsets[source + 1] as number) - fill.from
    if (fill.count === 0) return
    fill.key0 = events.key0[event] as number
    fill.key1 = events.key1[event] as number
    fillWords(words, fill, ready.counter)
    spreadOut()
    const [time, duration, share] = [events.time[event] as number, events.duration[event] as number, events.share[event] as number]
    outage.event = event
    for (let place = 0; place < fill.count; place++) {
      const at = fill.from + place
      if ((words.second[place] as number) >>> 0 >= (ready.bar[at] as number)) continue
      const delay = onGrid((model.delayLow[at] as number) + share * (ready.delayWidth[at] as number))
      const notice = (model.noticeLow[at] as number) + share * (ready.noticeWidth[at] as number)
      const end = onGrid(endOf(fill, period, at, notice + duration * (factors[place] as number)))
      if (!(end > delay)) continue
      outage.item = model.item[at] as number
      outage.from = time + delay
      outage.to = time + end
      outage.cell = at
      addOutage(lists, outage)
    }
  }

  const addGiven = (given: GivenOutages, at: number): void => {
    outage.item = given.item[at] as number
    outage.from = given.from[at] as number
    outage.to = given.to[at] as number
    outage.event = given.event[at] as number
    outage.cell = given.cell[at] as number
    addOutage(lists, outage)
  }

  return (events, given, tally) => {
    for (let year = 0; year < blockYears; year++) {
      for (let event = events.offsets[year] as number; event < (events.offsets[year + 1] as number); event++) strike(events, event, periodOf(year))
      for (let at = given.offsets[year] as number; at < (given.offsets[year + 1] as number); at++) addGiven(given, at)
      if (lists.met === 0) continue
      settle(lists, year, tally)
      clearLists(lists)
    }
  }
}

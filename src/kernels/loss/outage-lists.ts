/** The outages of one year, a linked list per item in the order of their beginnings. */
export interface OutageLists {
  count: number
  /** How many items were met, and which. */
  met: number
  readonly items: Int32Array
  /** By item: the first and the last of its outages; −1 for none. */
  readonly head: Int32Array
  readonly tail: Int32Array
  /** By outage; `next` of the same item, −1 at the end. */
  from: Float64Array
  to: Float64Array
  next: Int32Array
  event: Int32Array
  cell: Int32Array
}

export interface Outage {
  item: number
  from: number
  to: number
  event: number
  cell: number
}

export function emptyLists(items: number): OutageLists {
  const [head, tail, met] = [new Int32Array(items).fill(-1), new Int32Array(items), new Int32Array(items)]
  const none = () => new Int32Array(1024)
  return { count: 0, met: 0, items: met, head, tail, from: new Float64Array(1024), to: new Float64Array(1024), next: none(), event: none(), cell: none() }
}

/** Puts an outage after those of its item that begin before it or with it. Mostly that is at the end, since events come in the order of time. */
export function addOutage(lists: OutageLists, { item, from, to, event, cell }: Outage): void {
  if (lists.count === lists.from.length) grow(lists)
  const place = lists.count++
  lists.from[place] = from
  lists.to[place] = to
  lists.event[place] = event
  lists.cell[place] = cell
  lists.next[place] = -1
  const first = lists.head[item] as number
  if (first === -1) {
    lists.items[lists.met++] = item
    lists.head[item] = place
    lists.tail[item] = place
  } else if ((lists.from[lists.tail[item] as number] as number) <= from) {
    lists.next[lists.tail[item] as number] = place
    lists.tail[item] = place
  } else if ((lists.from[first] as number) > from) {
    lists.next[place] = first
    lists.head[item] = place
  } else {
    let before = first
    while ((lists.from[lists.next[before] as number] as number) <= from) before = lists.next[before] as number
    lists.next[place] = lists.next[before] as number
    lists.next[before] = place
  }
}

/** Forgets the year. */
export function clearLists(lists: OutageLists): void {
  for (let at = 0; at < lists.met; at++) lists.head[lists.items[at] as number] = -1
  lists.met = 0
  lists.count = 0
}

function grow(lists: OutageLists): void {
  const longer = (old: Int32Array): Int32Array => {
    const more = new Int32Array(old.length * 2)
    more.set(old)
    return more
  }
  const wider = (old: Float64Array): Float64Array => {
    const more = new Float64Array(old.length * 2)
    more.set(old)
    return more
  }
  lists.from = wider(lists.from)
  lists.to = wider(lists.to)
  lists.next = longer(lists.next)
  lists.event = longer(lists.event)
  lists.cell = longer(lists.cell)
}

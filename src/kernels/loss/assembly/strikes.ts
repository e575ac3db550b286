import { expAll, isOuter, normal1, normal2, outerNormal } from './normal'
import { addOutage, beginYear, setEventLoss, setOutages, setPointStride, settleYear } from './outages'
import { fillWords, twoWords } from './threefry'

/** The purposes of `purposes.ts`. */
const forSpread: i32 = 1
const forSpreadOuter: i32 = 2
const forExit: i32 = 3
const forFailOver: i32 = 4
const forFailOverOuter: i32 = 5

const years: i32 = 1024
/** The base 2 logarithm of the years of a period. */
const periodBits: i32 = 5

/** What the model gives, as addresses. By source: */
let offsets: usize = 0
/** By strike: */
let item: usize = 0
let counter: usize = 0
let bar: usize = 0
let noticeLow: usize = 0
let noticeWidth: usize = 0
let delayLow: usize = 0
let delayWidth: usize = 0
let spread: usize = 0
let fixedExit: usize = 0
let exitAt: usize = 0
let exitSigma: usize = 0
let failOverAt: usize = 0
let failOverSigma: usize = 0
let failOverBar: usize = 0
/** 1 where an exit has to be drawn, 2 where a fail-over, by strike. */
let draws: usize = 0
let table: usize = 0
let longest: f64 = 0

/** From one period to the next, in bytes. */
let failOverBarStride: usize = 0
/** Where the bars of the first period stand. */
let firstFailOverBar: usize = 0

/** Takes addresses, 4 bytes each: 16 in the order above, then those of `outages.ts`; at 100 the table, at 112 the longest outage, from 120 on the strides. */
export function setStrikes(at: usize): void {
  offsets = load<u32>(at)
  item = load<u32>(at, 4)
  counter = load<u32>(at, 8)
  bar = load<u32>(at, 12)
  noticeLow = load<u32>(at, 16)
  noticeWidth = load<u32>(at, 20)
  delayLow = load<u32>(at, 24)
  delayWidth = load<u32>(at, 28)
  spread = load<u32>(at, 32)
  fixedExit = load<u32>(at, 36)
  exitAt = load<u32>(at, 40)
  exitSigma = load<u32>(at, 44)
  failOverAt = load<u32>(at, 48)
  failOverSigma = load<u32>(at, 52)
  failOverBar = load<u32>(at, 56)
  draws = load<u32>(at, 60)
  table = load<u32>(at, 100)
  longest = load<f64>(at, 112)
  firstFailOverBar = failOverBar
  failOverBarStride = load<u32>(at, 120)
  setPointStride(load<u32>(at, 124))
  setOutages(at + 64)
}

/** What a block brings, as addresses. By year, by event: */
let eventOffsets: usize = 0
let time: usize = 0
let source: usize = 0
let key0s: usize = 0
let key1s: usize = 0
let duration: usize = 0
let share: usize = 0
/** Outages that are given, by year; by outage: */
let givenOffsets: usize = 0
let givenItem: usize = 0
let givenFrom: usize = 0
let givenTo: usize = 0
let givenEvent: usize = 0
let givenCell: usize = 0
/** Room for the words, ends and delays of one event's strikes. */
let words: usize = 0
let most: usize = 0
/** Room for the outages of a year, 32 bytes each. */
let outages: usize = 0

/** Takes addresses, 4 bytes each, in the order above; `most` is how many strikes the widest source has, and 16 more. */
export function setBlock(at: usize): void {
  eventOffsets = load<u32>(at)
  time = load<u32>(at, 4)
  source = load<u32>(at, 8)
  key0s = load<u32>(at, 12)
  key1s = load<u32>(at, 16)
  duration = load<u32>(at, 20)
  share = load<u32>(at, 24)
  setEventLoss(load<u32>(at, 28))
  givenOffsets = load<u32>(at, 32)
  givenItem = load<u32>(at, 36)
  givenFrom = load<u32>(at, 40)
  givenTo = load<u32>(at, 44)
  givenEvent = load<u32>(at, 48)
  givenCell = load<u32>(at, 52)
  words = load<u32>(at, 56)
  most = load<u32>(at, 60)
  outages = load<u32>(at, 64)
}

/** The strikes of one block: what `strikes.ts` and `settle.ts` do. */
export function strikes(): void {
  for (let year = 0; year < years; year++) {
    beginYear(outages, year >> periodBits)
    failOverBar = firstFailOverBar + <usize>(year >> periodBits) * failOverBarStride
    const at = (<usize>year) << 2
    const lastEvent = load<i32>(eventOffsets + at, 4)
    for (let event = load<i32>(eventOffsets + at); event < lastEvent; event++) strike(event)
    const lastGiven = load<i32>(givenOffsets + at, 4)
    for (let one = <usize>load<i32>(givenOffsets + at); one < <usize>lastGiven; one++) {
      addOutage(
        load<i32>(givenItem + (one << 2)),
        load<f64>(givenFrom + (one << 3)),
        load<f64>(givenTo + (one << 3)),
        load<i32>(givenEvent + (one << 2)),
        load<i32>(givenCell + (one << 2)),
      )
    }
    settleYear(year)
  }
}

function strike(event: i32): void {
  const four = (<usize>event) << 2
  const eight = (<usize>event) << 3
  const owner = (<usize>load<i32>(source + four)) << 2
  const from = <usize>load<i32>(offsets + owner)
  const count = load<i32>(offsets + owner, 4) - <i32>from
  if (count === 0) return
  const key0 = load<i32>(key0s + four)
  const key1 = load<i32>(key1s + four)
  const firsts = words
  const seconds = words + (most << 2)
  const endings = words + (most << 3)
  const delays = words + (most << 4)
  fillWords(firsts, seconds, key0, key1, forSpread, 0, count, counter + (from << 2))
  times(from, count, load<f64>(duration + eight), load<f64>(share + eight), key0, key1)
  const begin = load<f64>(time + eight)
  for (let at: usize = 0; at < <usize>count; at++) {
    const which = from + at
    if (<f64>load<u32>(seconds + (at << 2)) >= load<f64>(bar + (which << 3))) continue
    let end = load<f64>(endings + (at << 3))
    if (load<u8>(draws + which) !== 0) end = alternatives(which, end, key0, key1)
    end = end + 6442450944 - 6442450944
    const delay = load<f64>(delays + (at << 3))
    if (end > delay) addOutage(load<i32>(item + (which << 2)), begin + delay, begin + end, event, <i32>which)
  }
}

/** Ends and delays of one event's strikes, two at a time; exits and fail-overs that have to be drawn come later. */
function times(from: usize, count: i32, hours: f64, where: f64, key0: i32, key1: i32): void {
  const firsts = words
  const endings = words + (most << 3)
  const delays = words + (most << 4)
  for (let at: usize = 0; at < <usize>count; at += 2) {
    const which = from + at
    const a = load<u32>(firsts + (at << 2))
    const b = load<u32>(firsts + (at << 2), 4)
    let z = normal2(table, a, b)
    if (isOuter(a)) z = f64x2.replace_lane(z, 0, outerNormal(a, first(key0, key1, which, forSpreadOuter)))
    if (isOuter(b)) z = f64x2.replace_lane(z, 1, outerNormal(b, first(key0, key1, which + 1, forSpreadOuter)))
    v128.store(endings + (at << 3), f64x2.mul(v128.load(spread + (which << 3)), z))
  }
  expAll(endings, count, 700)
  const grid = f64x2.splat(6442450944)
  const long = f64x2.splat(longest)
  const lasting = f64x2.splat(hours)
  const shares = f64x2.splat(where)
  for (let at: usize = 0; at < <usize>count; at += 2) {
    const which = from + at
    const notice = f64x2.add(v128.load(noticeLow + (which << 3)), f64x2.mul(shares, v128.load(noticeWidth + (which << 3))))
    const ending = f64x2.add(notice, f64x2.mul(lasting, v128.load(endings + (at << 3))))
    const end = f64x2.min(f64x2.min(long, ending), v128.load(fixedExit + (which << 3)))
    v128.store(endings + (at << 3), end)
    const delay = f64x2.add(v128.load(delayLow + (which << 3)), f64x2.mul(shares, v128.load(delayWidth + (which << 3))))
    v128.store(delays + (at << 3), f64x2.sub(f64x2.add(delay, grid), grid))
  }
}

function first(key0: i32, key1: i32, which: usize, purpose: i32): u32 {
  return <u32>(twoWords(key0, key1, load<i32>(counter + (which << 2)), purpose) >>> 32)
}

function factorOf(sigma: f64, word: u32, extension: u32): f64 {
  // The end of the words is free by now.
  const scratch = words + most * 24
  store<f64>(scratch, sigma * normal1(table, word, extension))
  expAll(scratch, 1, 700)
  return load<f64>(scratch)
}

/** `outage-end.ts`, from the exit on. */
function alternatives(which: usize, soFar: f64, key0: i32, key1: i32): f64 {
  let end = soFar
  const kinds = load<u8>(draws + which)
  const own = load<i32>(counter + (which << 2))
  if ((kinds & 1) !== 0) {
    const drawn = twoWords(key0, key1, own, forExit)
    end = min(end, load<f64>(exitAt + (which << 3)) * factorOf(load<f64>(exitSigma + (which << 3)), <u32>(drawn >>> 32), <u32>drawn))
  }
  if ((kinds & 2) !== 0) {
    const drawn = twoWords(key0, key1, own, forFailOver)
    if (<f64>(<u32>drawn) < load<f64>(failOverBar + (which << 3))) {
      let hours = load<f64>(failOverAt + (which << 3))
      const sigma = load<f64>(failOverSigma + (which << 3))
      if (sigma > 0) hours *= factorOf(sigma, <u32>(drawn >>> 32), first(key0, key1, which, forFailOverOuter))
      end = min(end, hours)
    }
  }
  return end
}

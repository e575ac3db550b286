import { expWithin } from './exp.ts'

/** e^x of the first `count` numbers, in place; each is first brought within −700 and `most`. The same bits as `exp`, in one loop that does nothing else. */
export function expAll(numbers: Float64Array, count: number, most: number): void {
  for (let at = 0; at < count; at++) {
    const x = numbers[at] as number
    numbers[at] = expWithin(x > most ? most : Math.max(x, -700))
  }
}

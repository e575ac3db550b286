/** Dots of one sign of braille: two beside each other, four under each other, with the bit that Unicode gives each (U+2800 and on). */
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

/** How many dots a sign is wide and high. */
export const dotsWide = 2
export const dotsHigh = 4

/** A picture in dots: lines of signs, each of two by four dots. `isSet` is asked of each dot, counted from the left and from the top. */
export const brailleLines = (width: number, height: number, isSet: (x: number, y: number) => boolean): readonly string[] =>
  Array.from({ length: height }, (_, line) => Array.from({ length: width }, (_, column) => signAt(column, line, isSet)).join(''))

function signAt(column: number, line: number, isSet: (x: number, y: number) => boolean): string {
  const sum = bits.flatMap((row, y) => row.map((bit, x) => (isSet(column * dotsWide + x, line * dotsHigh + y) ? bit : 0))).reduce<number>((all, bit) => all + bit, 0)
  return sum === 0 ? ' ' : String.fromCodePoint(0x2800 + sum)
}

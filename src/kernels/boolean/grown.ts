/** The same numbers in twice the room, or in more where more is asked for. */
export function grown(numbers: Int32Array<ArrayBuffer>, least = 0): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(numbers.length * 2, least))
  more.set(numbers)
  return more
}

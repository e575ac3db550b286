/**
 * The coefficients for which rows · coefficients comes closest to the wanted values, in the sum of squares; exactly where there are as many
 * rows as coefficients.
 *
 * By Householder's reflections: normal equations would lose half of the digits.
 *
 * @param rows at least as many as each is long
 * @returns nothing where the rows do not determine the coefficients
 */
export function leastSquares(rows: readonly (readonly number[])[], wanted: readonly number[]): readonly number[] | undefined {
  const columns = rows[0]?.length ?? 0
  /** The wanted values ride along as one more column. */
  const table = rows.map((row, at) => Float64Array.from([...row, wanted[at] as number]))
  const size = Math.sqrt(table.reduce((sum, row) => sum + row.subarray(0, columns).reduce((all, x) => all + x * x, 0), 0))
  for (let column = 0; column < columns; column++) reflect(table, column)
  return solved(table, columns, 1e-13 * size)
}

/** Turns all below the diagonal of one column to nought. */
function reflect(table: readonly Float64Array[], column: number): void {
  const below = table.slice(column)
  const at = (row: Float64Array, place: number): number => row[place] as number
  const norm = Math.sqrt(below.reduce((sum, row) => sum + at(row, column) * at(row, column), 0))
  const first = below[0]
  if (!first || norm === 0) return
  const mirror = below.map((row) => at(row, column))
  mirror[0] = at(first, column) + (at(first, column) < 0 ? -norm : norm)
  const square = mirror.reduce((sum, x) => sum + x * x, 0)
  for (let place = column; place < first.length; place++) {
    const along = (2 * below.reduce((sum, row, index) => sum + (mirror[index] as number) * at(row, place), 0)) / square
    below.forEach((row, index) => {
      row[place] = at(row, place) - along * (mirror[index] as number)
    })
  }
}

/** What is left is a triangle: from its last row upwards. */
function solved(table: readonly Float64Array[], columns: number, tooSmall: number): readonly number[] | undefined {
  const found = new Array<number>(columns).fill(0)
  for (let column = columns - 1; column >= 0; column--) {
    const row = table[column] as Float64Array
    const pivot = row[column] as number
    if (!(Math.abs(pivot) > tooSmall)) return undefined
    let rest = row[columns] as number
    for (let other = column + 1; other < columns; other++) rest -= (row[other] as number) * (found[other] as number)
    found[column] = rest / pivot
  }
  return found
}

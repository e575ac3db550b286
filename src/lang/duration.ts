const pattern = /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Hours in one of each ISO 8601 unit: a year is 8,766 hours and a month a twelfth of it. */
const hoursPer = [8766, 730.5, 168, 24, 1, 1 / 60, 1 / 3600]

/** Hours of an ISO 8601 duration such as `PT4H` or `P5D`; nothing when the text is not one. */
export function hoursOf(text: string): number | undefined {
  const parts = pattern.exec(text.trim())
  if (!parts || parts.slice(1).every((part) => part === undefined)) return undefined
  return parts.slice(1).reduce((sum, part, at) => sum + Number(part ?? 0) * (hoursPer[at] ?? 0), 0)
}

/** Whole days from one ISO date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** An ISO date some months later, the day kept where that month has it. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate()
  return new Date(Date.UTC(Math.floor(total / 12), total % 12, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

const calendar = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/** An ISO date some calendar period (`P6M`, `P1Y`, `P30D`) earlier; nothing when the text is no such period or the other no date. */
export function minusPeriod(date: string, period: string): string | undefined {
  const parts = calendar.exec(period.trim())
  if (!parts || !isDate(date) || parts.slice(1).every((part) => part === undefined)) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const earlier = addMonths(date, -(years * 12 + months))
  return new Date(Date.parse(earlier) - (weeks * 7 + days) * 86_400_000).toISOString().slice(0, 10)
}

/** The last of all days: what ends on it has no end. */
export const noEnd = '9999-12-31'

/** Whether a text is a calendar date as ISO 8601 writes it, and that day exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

/** The horizons on which harm is shown, in hours: 1 h, 8 h, 24 h, 72 h, 7 d, 30 d, 365 d. */
export const horizonHours: readonly number[] = [1, 8, 24, 72, 168, 720, 8760]

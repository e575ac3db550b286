import { idOf, type ThingId } from './claim.ts'

/**
 * The unit by which the organisation itself uses something: a line of a plan or of a register that says no more than that a service is
 * used, or a group of alternatives. Nothing runs under it, and no artifact shows it.
 */
export const statedUnit = (key: string): ThingId => idOf('unit', `stated/${key}`)

export const isStatedUnit = (id: ThingId): boolean => id.startsWith('unit:stated/')

import type { ThingId } from '#estate/claim.ts'
import { type Bill, startBill } from '../bill.ts'

/** What one CycloneDX document has said so far. */
export interface Reading extends Bill {
  /** What each `bom-ref` names; a package is named by what holds it. */
  readonly refs: Map<string, ThingId>
  /** Which service took which name. */
  readonly services: Map<string, string>
}

export const startReading = (file: string, of: Pick<Bill, 'unit' | 'place' | 'wanted'>): Reading => ({
  ...startBill(file, of),
  refs: new Map(),
  services: new Map(),
})

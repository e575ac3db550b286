/** Closed lists of the register, by the codes of the EBA (taxonomy 4.0): the words in which the estate says the same. */

export const impacts: Readonly<Record<string, string>> = { x791: 'low', x792: 'medium', x793: 'high', x799: 'not-assessed' }

export const sensitivities: Readonly<Record<string, string>> = { x791: 'low', x792: 'medium', x793: 'high' }

export const reliances: Readonly<Record<string, string>> = { x794: 'not-significant', x795: 'low', x796: 'material', x797: 'full' }

export const substitutabilities: Readonly<Record<string, string>> = { x959: 'not-substitutable', x960: 'highly-complex', x961: 'medium', x962: 'easy' }

export const reasonsAgainst: Readonly<Record<string, string>> = { x963: 'no-alternative', x964: 'hard-to-migrate', x965: 'both' }

/** `x0` says that it does not apply, and so says nothing. */
export const reintegrations: Readonly<Record<string, string>> = { x798: 'easy', x966: 'difficult', x967: 'highly-complex' }

export const plans: Readonly<Record<string, string>> = { x28: 'yes', x29: 'no' }

export const alternatives: Readonly<Record<string, string>> = { x28: 'identified', x29: 'none', x21: 'not-assessed' }

/** Whether a function is critical or important, or that nobody judged it. */
export const criticalities: Readonly<Record<string, boolean | string>> = { x28: true, x29: false, x21: 'not-assessed' }

/** A person who does business in their own name: nothing of them is copied. */
export const individual = 'x213'

/** Kinds of codes by which a provider is named. What the others are is read in implementations, not in the taxonomy. */
export const codeTypes = { lei: 'qx2000', euid: 'qx2002', registration: 'qx2003', vat: 'qx2004', personal: 'qx2005' } as const

/** Types of ICT services (annex III of the implementing regulation): what people call them, when they are needed, and whether the provider runs something for us. */
export const serviceTypes: Readonly<Record<string, { readonly title: string; readonly phase: 'run' | 'build' | 'support' | 'licence'; readonly runs: boolean }>> = {
  S01: { title: 'ICT project management', phase: 'build', runs: false },
  S02: { title: 'ICT development', phase: 'build', runs: false },
  S03: { title: 'ICT help desk', phase: 'support', runs: false },
  S04: { title: 'ICT security management', phase: 'run', runs: true },
  S05: { title: 'Provision of data', phase: 'run', runs: true },
  S06: { title: 'Data analysis', phase: 'run', runs: true },
  S07: { title: 'Facilities and hosting, no cloud', phase: 'run', runs: true },
  S08: { title: 'Computation', phase: 'run', runs: true },
  S09: { title: 'Data storage, no cloud', phase: 'run', runs: true },
  S10: { title: 'Telecom carrier', phase: 'run', runs: true },
  S11: { title: 'Network infrastructure', phase: 'run', runs: true },
  S12: { title: 'Hardware', phase: 'support', runs: false },
  S13: { title: 'Software licences, no SaaS', phase: 'licence', runs: false },
  S14: { title: 'ICT operation and maintenance', phase: 'run', runs: true },
  S15: { title: 'ICT consulting', phase: 'support', runs: false },
  S16: { title: 'ICT risk management', phase: 'support', runs: false },
  S17: { title: 'IaaS', phase: 'run', runs: true },
  S18: { title: 'PaaS', phase: 'run', runs: true },
  S19: { title: 'SaaS', phase: 'run', runs: true },
}

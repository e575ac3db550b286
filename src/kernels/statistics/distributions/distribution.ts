import { unreachable } from '#lang/assert.ts'
import type { Behaviour } from './behaviour.ts'
import { type Constant, constantBehaviour } from './constant.ts'
import { type Gamma, gammaBehaviour } from './gamma.ts'
import { type Lognormal, lognormalBehaviour } from './lognormal.ts'
import { type Metalog, metalogBehaviour } from './metalog.ts'
import { type Pert, pertBehaviour } from './pert.ts'
import { type TruncatedLognormal, truncatedLognormalBehaviour } from './truncated-lognormal.ts'

/**
 * An uncertain number as plain data: it can be written to a file and handed to another thread. Each keeps in `asked` the quantiles it was
 * made from, so that whoever gave them can be asked again.
 */
export type Distribution = Constant | Lognormal | TruncatedLognormal | Pert | Metalog | Gamma

/** What a distribution answers. Set up once, then asked any number of times. */
export function behaviourOf(distribution: Distribution): Behaviour {
  switch (distribution.family) {
    case 'constant':
      return constantBehaviour(distribution)
    case 'lognormal':
      return lognormalBehaviour(distribution)
    case 'truncated-lognormal':
      return truncatedLognormalBehaviour(distribution)
    case 'pert':
      return pertBehaviour(distribution)
    case 'metalog':
      return metalogBehaviour(distribution)
    case 'gamma':
      return gammaBehaviour(distribution)
    default:
      return unreachable(distribution)
  }
}

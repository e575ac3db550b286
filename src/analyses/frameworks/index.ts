import type { ThingId } from '#estate/claim.ts'
import { chosenFrameworks } from '#facts/chosen-frameworks.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { frameworkBlocks } from './framework-blocks.ts'
import { workloadsAsked } from './standing.ts'

/** How the estate stands against the frameworks that the organisation chose, or that its kind of organisation is held to. */
export const frameworksAnalysis: Analysis = {
  id: 'frameworks',
  answer(subject: Subject): Outcome {
    const { ids, ground, unknown } = chosenFrameworks(subject)
    const known = [...subject.knowledge.frameworks.keys()].map(plain)
    if (ids.length === 0)
      return {
        status: 'not-applicable',
        reason: unknown.length > 0 ? message('frameworks.none-known', { unknown: unknown.map(plain), known }) : message('frameworks.none-chosen', { known }),
      }
    if (workloadsAsked(subject).length === 0) return { status: 'too-little-evidence', reason: message('frameworks.no-workload') }
    const profile = organisation(subject).profileId
    return {
      status: 'answered',
      blocks: [
        { kind: 'text', text: message(`frameworks.ground.${ground}`, { profile, count: ids.length }) },
        ...(unknown.length === 0 ? [] : [{ kind: 'text' as const, text: message('frameworks.none-known', { unknown: unknown.map(plain), known }), tone: 'warning' as const }]),
        ...ids.flatMap((id): readonly Block[] => {
          const framework = subject.knowledge.frameworks.get(id)
          return framework ? frameworkBlocks(subject, { id, framework }, workloadsAsked(subject)) : []
        }),
        { kind: 'text', role: 'method', text: message('frameworks.method') },
      ],
    }
  },
}

/**
 * How the estate stands against one framework, chosen or not.
 *
 * @param abouts the workloads or services to hold against it; left out, all workloads in use
 */
export function answerFor(subject: Subject, id: string, abouts: readonly ThingId[] = workloadsAsked(subject)): Outcome {
  const framework = subject.knowledge.frameworks.get(id)
  const blocks = framework === undefined ? [] : frameworkBlocks(subject, { id, framework }, abouts)
  if (blocks.length === 0) return { status: 'too-little-evidence', reason: message('frameworks.no-workload') }
  return { status: 'answered', blocks: [...blocks, { kind: 'text', role: 'method', text: message('frameworks.method') }] }
}

import { checkKnowledge } from '#knowledge/check.ts'
import type { Knowledge, KnowledgeFault } from '#knowledge/knowledge.ts'
import { checkRules } from '#scenarios/check-rules.ts'
import { checkCriteria } from './check-criteria.ts'

/** All that can be wrong with a knowledge base whose files all have their form, by everybody who uses it. */
export const checkWhole = (knowledge: Knowledge): readonly KnowledgeFault[] => [...checkKnowledge(knowledge), ...checkRules(knowledge), ...checkCriteria(knowledge)]

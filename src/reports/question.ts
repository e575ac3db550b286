import { type Message, message } from '#lang/message.ts'
import { catalogue } from '#words/index.ts'

/** The question of an outcome as a reader asks it. One without words is shown by its id. */
export const questionOf = (id: string): Message => (catalogue[`question.${id}`] ? message(`question.${id}`) : message('report.question', { id }))

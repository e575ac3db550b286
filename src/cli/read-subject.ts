import { type Request, subjectOf } from '#assessment/assess.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { folderAt, stated } from './disk.ts'
import { dateOf, languageOf } from './options.ts'
import { tellFaults } from './tell-faults.ts'

/** What every command that reads a folder may be told. */
interface Options {
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
}

type Fetched = ReturnType<typeof requestOf>

/** What a folder holds, fetched from disk with the knowledge that was asked for; what it cannot find there is wrong usage. */
export function readRequest(path: string, { asOf, knowledge }: Options): Fetched {
  const ownKnowledge = folderAt('--knowledge', knowledge)
  const day = dateOf(asOf)
  return stated(() => requestOf({ root: path, asOf: day, ownKnowledge }), path)
}

/** A folder as questions are asked of it. What is amiss in its own words is said on standard error. @param more what is asked besides */
export function readSubject(path: string, options: Options, more: Pick<Request, 'asked'> = {}): ReturnType<typeof subjectOf> & Pick<Request, 'files'> {
  const language = languageOf(options.lang)
  const request = readRequest(path, options)
  const { subject } = subjectOf({ ...request, ...more })
  tellFaults({ subject, request, language })
  return { subject, files: request.files }
}

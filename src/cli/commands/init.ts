import { copyFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { functionKinds } from '#assessment/cost-templates.ts'
import { init } from '#assessment/init.ts'
import { message } from '#lang/message.ts'
import { makePlace, onDisk, putDocument } from '../disk.ts'
import { oneOf, tell, UsageFault, usage } from '../options.ts'
import { readSubject } from '../read-subject.ts'

/** Writes a first deltaplan.yaml. A file that is there is never written over unasked. */
export const initCommand = (path: string, options: { readonly out?: string; readonly force?: boolean; readonly template?: string }): Promise<number> =>
  usage(async () => {
    const kind = options.template === undefined ? undefined : oneOf('--template', options.template, functionKinds)
    const text = init(readSubject(path, {}).subject, kind)
    const out = options.out ?? (statSync(path).isDirectory() ? join(path, 'deltaplan.yaml') : 'deltaplan.yaml')
    makePlace(out)
    if (out !== '-' && existsSync(out) && options.force !== true) throw new UsageFault(message('usage.exists', { path: out }))
    if (out !== '-' && existsSync(out)) onDisk(`${out}.before`, () => copyFileSync(out, `${out}.before`))
    putDocument(out, text)
    if (out !== '-') tell(message('terminal.written', { path: out }))
    return 0
  })

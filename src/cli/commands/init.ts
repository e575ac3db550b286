import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { subjectOf } from '#assessment/assess.ts'
import { init } from '#assessment/init.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { stated, UsageFault, usage } from '../options.ts'

/** Writes a first deltaplan.yaml. A file that is there is never written over unasked. */
export const initCommand = (path: string, options: { readonly out?: string; readonly force?: boolean }): Promise<number> =>
  usage(async () => {
    const text = init(subjectOf(stated(() => requestOf({ root: path, asOf: undefined, ownKnowledge: undefined }), path)).subject)
    const out = options.out ?? (statSync(path).isDirectory() ? join(path, 'deltaplan.yaml') : 'deltaplan.yaml')
    if (out === '-') process.stdout.write(text)
    else if (existsSync(out) && options.force !== true) throw new UsageFault(`${out} is there already; --force writes over it, --out writes elsewhere`)
    else {
      if (existsSync(out)) copyFileSync(out, `${out}.before`)
      writeFileSync(out, text)
      console.error(`Written: ${out}`)
    }
    return 0
  })

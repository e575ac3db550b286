import { calibrate } from '#assessment/calibrate.ts'
import { message } from '#lang/message.ts'
import { textOfFile } from '#workspace/text-of-file.ts'
import { stated } from '../disk.ts'
import { languageOf, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

/** Prints how often somebody's 90 % intervals held. Exit code 2 when there is nothing to tell. */
export const calibrateCommand = (path: string, options: { readonly lang?: string }): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const text = stated(() => textOfFile(path), path)
    if (text === undefined) throw new UsageFault(message('usage.calibrate-folder', { path }))
    return printOutcome(calibrate(text), language)
  })

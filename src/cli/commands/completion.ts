import type { Command } from 'commander'
import { completionScript, shells } from '../completion.ts'
import { oneOf, usage } from '../options.ts'

/** Prints the script that completes the command line in a shell. */
export const completionCommand = (program: Command, shell: string): Promise<number> =>
  usage(async () => {
    process.stdout.write(completionScript(program, oneOf('completion', shell, shells)))
    return 0
  })

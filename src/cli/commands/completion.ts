import type { Command } from 'commander'
import { completionScript, type Shell, shells } from '../completion.ts'
import { UsageFault, usage } from '../options.ts'

/** Prints the script that completes the command line in a shell. */
export const completionCommand = (program: Command, shell: string): Promise<number> =>
  usage(async () => {
    if (!(shells as readonly string[]).includes(shell)) throw new UsageFault(`completion wants ${shells.join(', ')}, got "${shell}"`)
    process.stdout.write(completionScript(program, shell as Shell))
    return 0
  })

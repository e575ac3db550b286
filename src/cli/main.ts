import { enableCompileCache } from 'node:module'
import { CommanderError } from 'commander'
import { commandLine } from './program.ts'

enableCompileCache()

/** Exit codes, as docs/reference/command-line.md tells them. */
const usageFault = 2
const ourFault = 3

// Whoever reads us may stop early (`| head`): that is no fault.
process.stdout.on('error', (fault: Error & { readonly code?: string }) => {
  if (fault.code !== 'EPIPE') throw fault
  process.exit()
})

const program = commandLine((code) => {
  process.exitCode = code
})

try {
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : usageFault
  else {
    console.error(`deltaplan: a fault of ours: ${fault instanceof Error ? fault.message : String(fault)}`)
    if (process.env['DELTAPLAN_DEBUG'] !== undefined && fault instanceof Error) console.error(fault.stack)
    process.exitCode = ourFault
  }
}

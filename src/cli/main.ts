import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { CommanderError } from 'commander'
import { commandLine } from './program.ts'

enableCompileCache()
// Left to itself the heap grows to four times what it holds before anything is collected.
setFlagsFromString('--heap-growing-percent=50')

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

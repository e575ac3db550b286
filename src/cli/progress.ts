import type { Request } from '#assessment/assess.ts'

/** Tells on standard error how far the work is: one line that is written over, or nothing where nobody looks. */
export function progressBar(quiet: boolean): { readonly told: NonNullable<Request['told']>; done(): void } {
  const shown = !quiet && process.stderr.isTTY === true
  let last = 0
  return {
    told: ({ kind, name, done, of }) => {
      const now = performance.now()
      if (!shown || (now - last < 80 && done < of)) return
      last = now
      const width = 24
      const filled = Math.round((width * done) / Math.max(1, of))
      const line = `${'█'.repeat(filled)}${'·'.repeat(width - filled)} ${kind === 'file' ? 'reading' : 'asking'} ${done}/${of} ${name}`
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    },
    done: () => {
      if (shown) process.stderr.write('\r\u001b[K')
    },
  }
}

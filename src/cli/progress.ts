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

/** The same for work of which only the share that is done is known, with the time that is left. */
export function shareBar(quiet: boolean): { told(share: number): void; done(): void } {
  const shown = !quiet && process.stderr.isTTY === true
  const start = performance.now()
  let last = 0
  return {
    told: (share) => {
      const now = performance.now()
      if (!shown || now - last < 80 || share <= 0) return
      last = now
      const width = 24
      const filled = Math.round(width * Math.min(1, share))
      const left = ((now - start) / share) * (1 - share)
      process.stderr.write(`\r\u001b[K${'█'.repeat(filled)}${'·'.repeat(width - filled)} ${Math.round(share * 100)} %, ${timeOf(left / 1000)} left`)
    },
    done: () => {
      if (shown) process.stderr.write('\r\u001b[K')
    },
  }
}

const timeOf = (seconds: number): string => (seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`)

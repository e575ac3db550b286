import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import type { Task } from './tasks.ts'

/** Threads beside this one, which run the tasks that `tasks.ts` names. */
export interface Pool {
  readonly threads: number
  /** @returns what the task answers, copied over to this thread. It is rejected where the task throws, or where its thread dies */
  run<T>(task: Task, input: unknown): Promise<T>
}

/** More threads than this would only wait for memory. */
const mostThreads = 8

/** Room for what is young in each thread, in megabytes: reading makes much that is thrown away at once, and so it is collected less often. */
const youngMegabytes = 64

let known: Promise<Pool | undefined> | undefined

/**
 * The threads of this process, started when they are first asked for: that takes some tens of milliseconds, so small work is better
 * done without. Idle threads do not keep the process alive.
 *
 * @returns nothing where there is but one core, or where threads are not to be had
 */
export function pool(): Promise<Pool | undefined> {
  known ??= started(Math.min(mostThreads, availableParallelism() - 1))
  return known
}

async function started(threads: number): Promise<Pool | undefined> {
  if (threads < 1) return undefined
  try {
    const { Piscina } = await import('piscina')
    // From source the tasks are TypeScript; in the bundle they are an entry of their own beside it.
    const filename = join(import.meta.dirname, extname(import.meta.filename) === '.ts' ? 'tasks.ts' : 'tasks.mjs')
    const threadsOf = new Piscina({ filename, name: 'runTask', minThreads: threads, maxThreads: threads, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
    return { threads, run: (task, input) => threadsOf.run({ task, input }) }
  } catch {
    return undefined // a machine that gives no threads: everything is done in this one
  }
}

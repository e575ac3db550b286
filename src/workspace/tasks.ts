import { enableCompileCache } from 'node:module'

enableCompileCache()

/** What can be asked of another thread, by name. Each is loaded where it is run. */
const tasks = {
  'read-files': async () => (await import('./read-ahead-task.ts')).readAheadTask,
  simulate: async () => (await import('./simulate-task.ts')).simulateTask,
} as const

export type Task = keyof typeof tasks

/** The entry of every thread. */
export async function runTask({ task, input }: { readonly task: Task; readonly input: never }): Promise<unknown> {
  const run: (input: never) => unknown = await tasks[task]()
  return run(input)
}

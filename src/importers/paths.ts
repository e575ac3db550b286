/** The folder a file lies in, from the root; blank for the root itself. */
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/**
 * A path that a file in a folder names, from the root.
 *
 * @returns nothing when it leads out of the root, is absolute, or begins in somebody's home
 */
export function pathFrom(folder: string, path: string): string | undefined {
  const plain = path.trim().replaceAll('\\', '/')
  if (plain === '' || /^(\/|~|[a-z]:|\$)/i.test(plain)) return undefined
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of plain.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

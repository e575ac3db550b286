import { readFileSync, statSync } from 'node:fs'

/** The text of a file; nothing where the path leads to a folder. */
export const textOfFile = (path: string): string | undefined => (statSync(path).isDirectory() ? undefined : readFileSync(path, 'utf8'))

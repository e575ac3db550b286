import { idOf, type ThingId } from './claim.ts'

/**
 * Units that are no programs, but say what programs are built from. They go by the path of the file that describes them, so that another
 * file which names that path (a Compose service its Dockerfile, a Dockerfile the lock file it copies) can say what they are part of.
 * Nothing runs under them.
 */

/** What a Dockerfile builds. */
export const dockerfileUnit = (path: string): ThingId => idOf('unit', `dockerfile/${path}`)

/** What a lock file, or a manifest of packages, lists. */
export const lockFileUnit = (path: string): ThingId => idOf('unit', `lockfile/${path}`)

/** Names that package managers give the files in which they list what a project is made of. */
export const lockFileNames: readonly string[] = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'poetry.lock',
  'uv.lock',
  'Pipfile.lock',
  'requirements.txt',
  'go.mod',
  'go.sum',
  'Cargo.lock',
  'Gemfile.lock',
  'composer.lock',
  'packages.lock.json',
  'gradle.lockfile',
  'pom.xml',
]

import { bunLock } from './bun.ts'
import { cargoLock } from './cargo.ts'
import { composerLock } from './composer.ts'
import { gemfileLock } from './gemfile.ts'
import { goMod } from './go-mod.ts'
import { goSum } from './go-sum.ts'
import { gradleLock } from './gradle.ts'
import type { LockFormat } from './lock-read.ts'
import { mavenTree } from './maven-tree.ts'
import { npmLock } from './npm.ts'
import { nugetLock } from './nuget.ts'
import { pipfileLock } from './pipfile.ts'
import { pnpmLock } from './pnpm.ts'
import { poetryLock } from './poetry.ts'
import { pom } from './pom.ts'
import { requirements } from './requirements.ts'
import { uvLock } from './uv.ts'
import { yarnBerryLock } from './yarn-berry.ts'
import { yarnClassicLock } from './yarn-classic.ts'

/** All lock files that are read, those that are told by the least first. */
export const lockFormats: readonly LockFormat[] = [
  npmLock,
  bunLock,
  pnpmLock,
  yarnClassicLock,
  yarnBerryLock,
  uvLock,
  poetryLock,
  cargoLock,
  pipfileLock,
  composerLock,
  nugetLock,
  goMod,
  goSum,
  gemfileLock,
  gradleLock,
  pom,
  mavenTree,
  requirements,
]

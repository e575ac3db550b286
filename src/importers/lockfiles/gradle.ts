import type { Beside, SourceFile } from '#estate/source-file.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot, type Source, type Use } from './lock-read.ts'
import { neighbour } from './manifest.ts'

const row = /^([\w.-]+):([\w.-]+):([^\s=:]+)=([\w,.-]*)$/

/** `gradle.lockfile` (https://docs.gradle.org/current/userguide/dependency_locking.html): a module and the configurations it is in. */
export const gradleLock: LockFormat = {
  recognises: (file) => {
    const head = headOf(file)
    if (/^# This is a Gradle generated file for dependency locking/m.test(head)) return true
    const rows = head.split(/\r\n|\n|\r/).filter((line) => !/^\s*(?:#|$)/.test(line))
    return /^empty=/m.test(file.text().slice(-20_000)) && rows.length > 0 && rows.every((line, at) => row.test(line) || line.startsWith('empty=') || at === rows.length - 1)
  },
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const packages: Locked[] = []
  const broken: number[] = []
  for (const [at, raw] of file
    .text()
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (/^\s*(?:#|$)|^empty=/.test(raw)) continue
    const [, group, artifact, version, configurations = ''] = row.exec(raw.trim()) ?? []
    if (group === undefined) broken.push(at + 1)
    else packages.push({ name: `${group}/${artifact}`, version, use: useOf(configurations.split(',')), ...lineSpot(at + 1) })
  }
  const scripts = ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts'].flatMap((name) => neighbour(file, beside, name) ?? [])
  const name = scripts.map((script) => /^\s*rootProject\.name\s*=\s*["']([^"'$]+)["']/m.exec(script.text())?.[1]).find((one) => one !== undefined)
  return {
    family: 'maven',
    project: { name, spot: lineSpot(1) },
    packages,
    sources: scripts.flatMap(repositoriesIn),
    diagnostics: broken.map((line) => ({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason: 'unknown' } })),
  }
}

/** What is on the class path of the running program; all else compiles it, tests it or makes it. */
const useOf = (configurations: readonly string[]): Use =>
  configurations.some((one) => /^(?!test|androidTest).*(?:runtimeClasspath|^default$|^runtime$)/i.test(one)) ? 'run' : 'build'

/** Repositories that build scripts name by a word of Gradle's own. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\bmavenCentral\s*\(\s*\)/, 'https://repo.maven.apache.org/maven2/'],
  [/\bgoogle\s*\(\s*\)/, 'https://dl.google.com/dl/android/maven2/'],
  [/\bgradlePluginPortal\s*\(\s*\)/, 'https://plugins.gradle.org/m2/'],
  [/\bjcenter\s*\(\s*\)/, 'https://jcenter.bintray.com/'],
]

/** Where a build script says that modules are fetched. It is a program, so only what stands there plainly is read. */
function repositoriesIn(script: SourceFile): readonly Source[] {
  return script
    .text()
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) => {
      if (/^\s*(?:\/\/|\*|\/\*)/.test(line) || line.length > 2000) return []
      const address = /\b(?:url\s*(?:=|\()?\s*(?:uri\s*\(\s*)?|maven\s*\(\s*)["'](https?:\/\/[^"'$]+)["']/.exec(line)?.[1]
      const known = words.flatMap(([form, home]) => (form.test(line) ? [home] : []))
      return [...known, ...(address === undefined ? [] : [address])].map((one) => ({ address: one, spot: lineSpot(at + 1), file: script.path }))
    })
}

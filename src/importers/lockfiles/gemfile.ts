import type { SourceFile } from '#estate/source-file.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot, type Source } from './lock-read.ts'

/** `Gemfile.lock` (https://bundler.io/guides/rationale.html), in a form of its own: sections, and what stands in them further to the right. */
export const gemfileLock: LockFormat = {
  recognises: (file) => /^(?:GEM|GIT|PATH)\r?$/m.test(headOf(file)) && /^ {2}remote: \S/m.test(headOf(file)) && /^ {2}specs:\r?$/m.test(headOf(file)),
  read,
}

const sections = /^(?:GEM|GIT|PATH|PLUGIN SOURCE|PLATFORMS|DEPENDENCIES|CHECKSUMS|RUBY VERSION|BUNDLED WITH)$/

function read(file: SourceFile): LockRead {
  const packages: Locked[] = []
  const sources: Source[] = []
  const broken: number[] = []
  let section = ''
  let remote: string | undefined
  for (const [at, raw] of file
    .text()
    .split(/\r\n|\n|\r/)
    .entries()) {
    const row = raw.trimEnd()
    if (row === '') continue
    const [, address] = /^ {2}remote: (\S+)$/.exec(row) ?? []
    const [, name, version] = /^ {4}(\S+) \(([^\s()]+)\)$/.exec(row) ?? []
    if (sections.test(row)) {
      section = row
      remote = undefined
    } else if (address !== undefined) {
      if (section !== 'PATH') sources.push({ address, spot: lineSpot(at + 1) })
      remote ??= address
    } else if (name !== undefined && ['GEM', 'GIT', 'PLUGIN SOURCE'].includes(section)) {
      // Behind the version stands the system it was made for: `1.16.0-x86_64-linux`.
      packages.push({ name, version: version?.replace(/-(?:x86|x64|arm|aarch|java|universal|mingw|mswin|ruby).*$/, ''), use: 'run', from: remote, ...lineSpot(at + 1) })
    } else if (!/^ {2,}\S/.test(row) || section === '') broken.push(at + 1)
  }
  return {
    family: 'gem',
    project: { spot: lineSpot(1) },
    packages,
    sources,
    diagnostics: broken.map((line) => ({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason: 'unknown' } })),
  }
}

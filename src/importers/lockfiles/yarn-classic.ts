import type { Beside, SourceFile } from '#estate/source-file.ts'
import { textAt } from '#lang/json.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot } from './lock-read.ts'
import { askedIn, manifestBeside } from './manifest.ts'
import { npmConfig, npmSources } from './npm-config.ts'
import { type Edge, type Roots, usesOf } from './reach.ts'

/** `yarn.lock` of Yarn 1 (https://classic.yarnpkg.com/lang/en/docs/yarn-lock/), a form of its own. */
export const yarnClassicLock: LockFormat = {
  recognises: (file) => /^# yarn lockfile v1\s*$/m.test(headOf(file)),
  read,
}

interface Block {
  /** `name@range`, all that were resolved to this one. */
  readonly keys: readonly string[]
  readonly line: number
  readonly fields: Map<string, string>
  readonly needs: { readonly key: string; readonly optional: boolean }[]
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { blocks, broken } = blocksIn(file.text())
  const manifest = manifestBeside(file, beside, 'package.json')
  const config = npmConfig(file, beside)
  const byKey = new Map(blocks.flatMap((block, at) => block.keys.map((key) => [key, at] as const)))
  const edgesOf = (at: number): readonly Edge[] =>
    (blocks[at]?.needs ?? []).flatMap(({ key, optional }) => {
      const to = byKey.get(key)
      return to === undefined ? [] : [{ to, optional }]
    })
  const uses = usesOf(blocks.length, edgesOf, rootsOf(manifest, byKey))
  const packages = blocks.flatMap((block, at): readonly Locked[] => {
    const [, name = '', range = ''] = /^(@?[^@]+)@(.*)$/.exec(block.keys[0] ?? '') ?? []
    const alias = /^npm:(@?[^@]+)@/.exec(range)?.[1]
    return name === '' ? [] : [{ name: alias ?? name, version: block.fields.get('version'), use: uses[at] ?? 'run', from: block.fields.get('resolved'), ...lineSpot(block.line) }]
  })
  return {
    family: 'npm',
    project: { name: textAt(manifest, 'name'), version: textAt(manifest, 'version'), spot: lineSpot(1) },
    packages,
    sources: npmSources(config, undefined),
    diagnostics: [...broken.map((line) => ({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason: 'unknown' } }) as const), ...config.diagnostics],
  }
}

/** Blocks by their indentation: the keys, two blanks deep the fields, four blanks deep what it needs. */
function blocksIn(text: string): { readonly blocks: readonly Block[]; readonly broken: readonly number[] } {
  const blocks: Block[] = []
  const broken: number[] = []
  let section = ''
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^\s*(?:#|$)/.test(raw)) continue
    const depth = raw.search(/\S/)
    const row = raw.trim()
    const block = blocks.at(-1)
    if (depth === 0 && row.endsWith(':')) {
      const keys = row
        .slice(0, -1)
        .split(/,\s*(?=\S)/)
        .map(unquoted)
      blocks.push({ keys, line: at + 1, fields: new Map(), needs: [] })
      section = ''
      continue
    }
    const [, name = '', value = ''] = /^("[^"]*"|[^\s"]\S*)(?:\s+(.*))?$/.exec(row) ?? []
    if (depth === 2 && block && row.endsWith(':')) section = row.slice(0, -1)
    else if (depth === 2 && block && name !== '' && value !== '') block.fields.set(name, unquoted(value))
    else if (depth === 4 && block && name !== '' && value !== '') block.needs.push({ key: `${unquoted(name)}@${unquoted(value)}`, optional: section === 'optionalDependencies' })
    else broken.push(at + 1)
  }
  return { blocks, broken }
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1')

/** What the project asks for stands in its manifest alone; without one, every package counts for the program. */
function rootsOf(manifest: unknown, byKey: ReadonlyMap<string, number>): Roots {
  const asked = askedIn(manifest)
  const found = (kind: keyof Roots): readonly number[] => [...asked[kind]].flatMap(([name, range]) => byKey.get(`${name}@${range}`) ?? [])
  return { run: found('run'), optional: found('optional'), build: found('build') }
}

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Each room and the rooms it may import. ARCHITECTURE.md says why; this says so to the machine. */
const mayImport: Record<string, readonly string[]> = {
  lang: [],
  kernels: ['lang'],
  estate: ['lang'],
  words: ['lang'],
  redaction: ['lang'],
  findings: ['lang', 'estate'],
  importers: ['lang', 'estate', 'redaction'],
  knowledge: ['lang', 'estate'],
  facts: ['lang', 'kernels', 'estate', 'knowledge'],
  policy: ['lang', 'estate', 'findings', 'knowledge'],
  scenarios: ['lang', 'estate', 'knowledge', 'facts', 'policy'],
  analyses: ['lang', 'kernels', 'estate', 'findings', 'knowledge', 'scenarios', 'facts', 'policy'],
  assessment: ['lang', 'kernels', 'estate', 'findings', 'importers', 'knowledge', 'scenarios', 'facts', 'policy', 'analyses'],
  reports: ['lang', 'words', 'findings', 'assessment', 'estate'],
  workspace: ['lang', 'kernels', 'estate', 'importers', 'knowledge', 'assessment'],
  cli: ['lang', 'words', 'findings', 'assessment', 'reports', 'workspace'],
}

/** Rooms that run in a browser as well as here: no disk, no clock, no chance. */
const impure = ['workspace', 'cli']

const sources = globSync('src/**/*.ts')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
const text = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]))
const room = (path: string) => path.split('/')[1] ?? ''
const corner = (path: string) => path.split('/').slice(0, 3).join('/')
const plugIn = /^src\/(importers|analyses)\/[^/]+\//

/** Static imports, `export … from` and `import(…)`, with the file they lead to. */
const importsOf = (path: string) =>
  [...(text.get(path) ?? '').matchAll(/^(?:import|export) (type )?[^'"]*?from ['"]([^'"]+)['"]|^import ()['"]([^'"]+)['"]|import\(()['"]([^'"]+)['"]\)/gm)]
    .map((match) => ({ typeOnly: Boolean(match[1]), to: match[2] ?? match[4] ?? match[6] ?? '' }))
    .filter(({ to }) => to.startsWith('#') || to.startsWith('.'))
    .map(({ typeOnly, to }) => ({ typeOnly, to: to.startsWith('#') ? `src/${to.slice(1)}` : normalize(join(dirname(path), to)).replaceAll('\\', '/') }))
    .filter(({ to }) => to !== 'package.json') // the manifest, whose version the product bears

const breaches = (wrong: (path: string, to: string, typeOnly: boolean) => boolean) =>
  sources.flatMap((path) =>
    importsOf(path)
      .filter(({ to, typeOnly }) => wrong(path, to, typeOnly))
      .map(({ to }) => `${path} -> ${to}`),
  )

test('the test sees the sources', () => expect(sources.length).toBeGreaterThan(60))

test('each room imports only the rooms named beside it', () => expect(breaches((path, to) => room(to) !== room(path) && !mayImport[room(path)]?.includes(room(to)))).toEqual([]))

test('reports import estate and assessment for their types alone', () => {
  const values = (path: string, to: string, typeOnly: boolean) => room(path) === 'reports' && (room(to) === 'assessment' || room(to) === 'estate') && !typeOnly
  const allowed = ['src/estate/claim.ts', 'src/estate/passed-over.ts'] // isFilePlace, kindOf, isReadFormat: what an origin, an id or a format is
  expect(breaches((path, to, typeOnly) => values(path, to, typeOnly) && !allowed.includes(to))).toEqual([])
})

test('a room of plug-ins is entered through its register', () => expect(breaches((path, to) => plugIn.test(to) && room(to) !== room(path))).toEqual([]))

test('plug-ins do not know one another', () => expect(breaches((path, to) => plugIn.test(path) && plugIn.test(to) && corner(to) !== corner(path))).toEqual([]))

test('within a room imports are relative, and across rooms they are not', () => {
  const wrong = sources.flatMap((path) =>
    [...(text.get(path) ?? '').matchAll(/from ['"]([.#][^'"]+)['"]/g)].flatMap(([, to = '']) => {
      const own = to.startsWith(`#${room(path)}/`)
      const outside =
        to.startsWith('.') &&
        !to.endsWith('/package.json') &&
        !normalize(join(dirname(path), to))
          .replaceAll('\\', '/')
          .startsWith(`src/${room(path)}/`)
      return own || outside ? [`${path} -> ${to}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('no file, by any road, imports itself', () => {
  const state = new Map<string, 'open' | 'done'>()
  const ringFrom = (path: string, road: readonly string[]): readonly string[] | undefined => {
    if (state.get(path) === 'done') return undefined
    if (state.get(path) === 'open') return [...road.slice(road.indexOf(path)), path]
    state.set(path, 'open')
    for (const { to, typeOnly } of importsOf(path)) {
      const ring = typeOnly ? undefined : ringFrom(to, [...road, path])
      if (ring) return ring
    }
    state.set(path, 'done')
    return undefined
  }
  for (const path of sources) expect(ringFrom(path, [])).toBeUndefined()
})

test('pure rooms are handed time and chance; they do not fetch them', () => {
  const pure = sources.filter((path) => !impure.includes(room(path)))
  expect(pure.filter((path) => /Math\.random\(|Date\.now\(|new Date\(\)|from ['"]node:/.test(text.get(path) ?? ''))).toEqual([])
})

test('no file is longer than 300 lines, and none is named for having no name', () => {
  expect(sources.filter((path) => (text.get(path) ?? '').split('\n').length > 301)).toEqual([])
  expect(sources.filter((path) => /(utils?|helpers?|common|misc|manager|types)\.tsx?$/.test(path))).toEqual([])
})

test('nothing is exported by default, and nothing is passed on from another file', () => {
  expect(sources.filter((path) => /^export (default|\*|\{[^}]*\} from)/m.test(text.get(path) ?? ''))).toEqual([])
})

test('the rooms that know no domain say no domain word', () => {
  const domain = /\b(workload|supplier|jurisdiction|estate|sovereign|assessment|mtpd)\b/i
  const found = sources.filter((path) => ['lang', 'kernels'].includes(room(path)) && domain.test((text.get(path) ?? '').replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
  expect(found).toEqual([])
})

test('every dependency has its reason', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const needed = [...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['devDependencies'] ?? {}), ...Object.keys(manifest['optionalDependencies'] ?? {})]
  expect(needed.filter((name) => !manifest['dependency-reasons']?.[name])).toEqual([])
  expect(Object.keys(manifest['dependency-reasons'] ?? {}).filter((name) => !needed.includes(name))).toEqual([])
})

test('no file names a path of somebody’s machine', () => {
  const tracked = globSync('{src,test,tools,bench,docs,data,examples,bin}/**/*.{ts,mjs,md,yaml,json}').filter((path) => !path.includes('/fixtures/'))
  // Within an address of the web such a word is part of somebody else's path.
  const own = new RegExp(['(?<![\\w.-])(/wo', 'rk/|/fa', 'rm/|/home/[a-z]+/)'].join(''))
  expect(tracked.filter((path) => own.test(readFileSync(path, 'utf8')))).toEqual([])
})

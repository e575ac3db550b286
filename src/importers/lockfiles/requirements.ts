import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { withoutSecrets } from '#redaction/secret.ts'
import { type Locked, type LockFormat, type LockRead, lineSpot, type Source } from './lock-read.ts'
import { pythonIndex, pythonProject } from './python-project.ts'

/**
 * Requirements of pip (https://pip.pypa.io/en/stable/reference/requirements-file-format/). Nothing in such a file says that it is one, so
 * its name counts: pip's own documentation gives it.
 */
export const requirements: LockFormat = {
  recognises: (file) => {
    if (!/(?:^|\/)(?:[^/]*requirements[^/]*|[^/]*constraints[^/]*|requirements\/[^/]*)\.(?:txt|in|pip)$/i.test(file.path)) return false
    const { rows, broken } = rowsOf(file.text())
    return rows.length > 0 && broken.length <= rows.length
  },
  read,
}

interface Row {
  readonly line: number
  readonly option?: { readonly name: string; readonly value: string }
  readonly package?: { readonly name: string; readonly version: string | undefined; readonly from: string | undefined }
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { rows, broken } = rowsOf(file.text())
  const lines = file.text().split(/\r\n|\n|\r/)
  const packages = rows.flatMap((row): readonly Locked[] => (row.package === undefined ? [] : [{ ...row.package, use: 'run', ...lineSpot(row.line) }]))
  const sources = rows.flatMap(({ option, line }): readonly Source[] =>
    option !== undefined && isPlace.test(option.name) ? [{ address: option.value, spot: lineSpot(line) }] : [],
  )
  const isElsewhere = rows.some(({ option }) => option !== undefined && /^(?:-i|--index-url|--pypi-url|--no-index)$/.test(option.name))
  const silent = packages.find((one) => one.from === undefined)
  const byDefault: readonly Source[] = silent === undefined || isElsewhere ? [] : [{ address: pythonIndex, spot: lineSpot(silent.line ?? 1), basis: 'inferred' }]
  return {
    family: 'pypi',
    project: { ...pythonProject(file, beside).project, spot: lineSpot(1) },
    packages,
    sources: [...sources, ...byDefault],
    diagnostics: broken.map(
      (line): Diagnostic => ({
        code: 'unexpected',
        severity: 'warning',
        file: file.path,
        ...lineSpot(line),
        values: { expected: 'name==version', found: withoutSecrets((lines[line - 1] ?? '').slice(0, 2000)).slice(0, 60) },
      }),
    ),
  }
}

/** Options that say where packages lie. */
const isPlace = /^(?:-i|--index-url|--pypi-url|--extra-index-url|-f|--find-links)$/

/** Lines that go on behind a backslash are one. Comments stand behind a blank, since an address may hold the sign too. */
function rowsOf(text: string): { readonly rows: readonly Row[]; readonly broken: readonly number[] } {
  const rows: Row[] = []
  const broken: number[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    const parts = [lines[at] ?? '']
    while (parts.at(-1)?.endsWith('\\') && at + 1 < lines.length) parts.push(lines[++at] ?? '')
    const plain = parts
      .map((part) => part.replace(/\\$/, '').replace(/(?:^|\s)#.*$/, ''))
      .join(' ')
      .trim()
    if (plain === '') continue
    const row = optionIn(plain) ?? packageIn(plain)
    if (row) rows.push({ ...row, line })
    else broken.push(line)
  }
  return { rows, broken }
}

function optionIn(text: string): Omit<Row, 'line'> | undefined {
  const [, name = '', value = ''] = /^(--?[a-zA-Z][\w-]*)(?:[=\s]\s*(\S*))?/.exec(text) ?? []
  if (name === '') return undefined
  if (name !== '-e' && name !== '--editable') return { option: { name, value: value.replace(/^(["'])(.*)\1$/, '$2') } }
  return packageIn(value) ?? { option: { name, value } }
}

/** A name with its pin, `name @ address`, or an address that may name what it holds (`#egg=name`). */
function packageIn(text: string): Omit<Row, 'line'> | undefined {
  const address = /^(?:git|hg|svn|bzr)\+\S+|^(?:https?|ssh|file):\S+/.exec(text)?.[0]
  if (address !== undefined) {
    const name = /[#&]egg=([\w.-]+)/.exec(address)?.[1] ?? /\/([A-Za-z][\w.]*?)-\d[^/]*\.(?:whl|tar\.gz|zip)/.exec(address)?.[1]
    return name === undefined ? { option: { name: '--find-links', value: address } } : { package: { name, version: undefined, from: address } }
  }
  if (/^[./]/.test(text)) return { option: { name: '--local', value: text } }
  const [, name, rest = ''] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*((?:[@(=<>!~;]|--|$).*)$/.exec(text) ?? []
  if (name === undefined) return undefined
  const pin = /^\(?={2,3}\s*([^\s;,)]+)(?![^;]*,)/.exec(rest)?.[1]
  return { package: { name, version: pin?.includes('*') === true ? undefined : pin, from: /^@\s*(\S+)/.exec(rest)?.[1] } }
}

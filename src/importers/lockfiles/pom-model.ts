import type { Beside, SourceFile } from '#estate/source-file.ts'
import { folderOf, pathFrom } from '../paths.ts'
import { childOf, childrenOf, type Element, textOf, xmlTree } from './xml-tree.ts'

/** A POM with those it inherits from, the nearest first. */
export interface PomModel {
  readonly chain: readonly PomFile[]
  /** A text with its properties filled in; nothing where one of them has no value here. */
  filled(text: string | undefined): string | undefined
  /** The version that the project manages for a module, by `group:artifact`. */
  managed(key: string): string | undefined
}

interface PomFile {
  readonly file: SourceFile
  readonly root: Element
}

/** Longer chains of parents nobody has. */
const mostParents = 10
/** Properties within properties, and the longest text that comes of them. */
const mostRounds = 8
const longest = 500

/** Follows the parents that lie in the estate. One that is fetched from a repository stays closed, and so does what it says. */
export function pomModel(file: SourceFile, root: Element, beside: Beside): PomModel {
  const chain: PomFile[] = [{ file, root }]
  while (chain.length <= mostParents) {
    const next = parentOf(chain.at(-1) as PomFile, beside)
    if (!next || chain.some((one) => one.file.path === next.file.path)) break
    chain.push(next)
  }
  const properties = new Map<string, string>()
  for (const { root: one } of chain)
    for (const property of childOf(one, 'properties')?.children ?? []) if (!properties.has(property.name)) properties.set(property.name, property.text.trim())
  const [group, version] = ['groupId', 'version'].map((key) => textOf(root, key) ?? textOf(root, 'parent', key))
  const builtIn: Readonly<Record<string, string | undefined>> = {
    groupId: group,
    version,
    artifactId: textOf(root, 'artifactId'),
    'parent.version': textOf(root, 'parent', 'version'),
    'parent.groupId': textOf(root, 'parent', 'groupId'),
  }
  for (const [name, value] of Object.entries(builtIn)) if (value !== undefined) for (const prefix of ['project.', 'pom.']) properties.set(prefix + name, value)
  const filled = (text: string | undefined): string | undefined => filledWith(text, properties)
  const versions = new Map<string, string>()
  for (const { root: one } of chain) for (const managed of childrenOf(one, 'dependencyManagement', 'dependencies', 'dependency')) remember(versions, managed, filled)
  for (const { root: one } of chain) for (const managed of childrenOf(one, 'build', 'pluginManagement', 'plugins', 'plugin')) remember(versions, managed, filled)
  return { chain, filled, managed: (key) => versions.get(key) }
}

function remember(versions: Map<string, string>, managed: Element, filled: PomModel['filled']): void {
  const key = `${filled(textOf(managed, 'groupId')) ?? pluginGroup}:${filled(textOf(managed, 'artifactId'))}`
  const version = filled(textOf(managed, 'version'))
  if (version !== undefined && !versions.has(key)) versions.set(key, version)
}

/** The group of plugins that name none. */
export const pluginGroup = 'org.apache.maven.plugins'

/** The parent lies one folder up, unless the file says otherwise; a blank path says that it lies nowhere near. */
function parentOf({ file, root }: PomFile, beside: Beside): PomFile | undefined {
  const parent = childOf(root, 'parent')
  const stated = childOf(parent, 'relativePath')
  if (!parent || stated?.text.trim() === '') return undefined
  const path = pathFrom(folderOf(file.path), stated?.text.trim() ?? '../pom.xml')
  const found = path === undefined ? undefined : (beside.file(path) ?? beside.file(`${path}/pom.xml`))
  const { root: tree } = found === undefined ? { root: undefined } : xmlTree(found)
  return found && tree && textOf(tree, 'artifactId') === textOf(parent, 'artifactId') ? { file: found, root: tree } : undefined
}

function filledWith(text: string | undefined, properties: ReadonlyMap<string, string>): string | undefined {
  let now = text
  for (let round = 0; round < mostRounds && now?.includes('${') === true; round++) {
    const next: string = now.replace(/\$\{([^${}]*)\}/g, (whole, name: string) => properties.get(name.trim()) ?? whole)
    if (next === now || next.length > longest) break
    now = next
  }
  return now?.includes('${') === true ? undefined : now
}

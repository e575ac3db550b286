import type { Beside, SourceFile } from '#estate/source-file.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Source, type Spot, type Use } from './lock-read.ts'
import { type PomModel, pluginGroup, pomModel } from './pom-model.ts'
import { childrenOf, type Element, textOf, xmlTree } from './xml-tree.ts'

/** `pom.xml` of Maven (https://maven.apache.org/pom.html). It names what a project asks for itself; what that brings along is not in it. */
export const pom: LockFormat = {
  recognises: (file) => {
    const head = file.text().slice(0, 20_000)
    return /^\s*</.test(headOf(file)) && /<project[\s>]/.test(head) && (/<project[^>]{0,2000}\/POM\/4\.\d\.\d/.test(head) || /<modelVersion>\s*4\.\d\.\d\s*</.test(head))
  },
  read,
}

/** Where the super POM looks, from which every other inherits. */
const central = 'https://repo.maven.apache.org/maven2'

function read(file: SourceFile, beside: Beside): LockRead {
  const { root, diagnostics } = xmlTree(file)
  if (!root) return { family: 'maven', project: { spot: { pointer: '' } }, packages: [], sources: [], diagnostics }
  const model = pomModel(file, root, beside)
  const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map((key) => model.filled(textOf(root, key) ?? textOf(root, 'parent', key)))
  const profiles = childrenOf(root, 'profiles', 'profile')
  const packages = [...packagesIn(root, model, 'run'), ...profiles.flatMap((one) => packagesIn(one, model, isOn(one) ? 'run' : 'optional'))]
  const stated = repositoriesOf(model)
  const first = packages[0]
  const byDefault: readonly Source[] = first === undefined || stated.hasCentral ? [] : [{ address: central, spot: spotOf(first), basis: 'inferred' }]
  const artifactName = textOf(root, 'artifactId') === undefined ? undefined : artifact
  return {
    family: 'maven',
    project: {
      name: artifactName === undefined ? undefined : group === undefined ? artifactName : `${group}/${artifactName}`,
      version,
      spot: { pointer: root.path, line: root.line },
    },
    packages,
    sources: [...stated.sources, ...byDefault],
    diagnostics,
  }
}

const isOn = (profile: Element): boolean => textOf(profile, 'activation', 'activeByDefault') === 'true'
const spotOf = ({ pointer, line }: Spot): Spot => ({ pointer, ...(line === undefined ? {} : { line }) })

/** What a project or a profile asks for. What makes the program is needed at a build; `optional` only spares those who use the project in turn. */
function packagesIn(of: Element, model: PomModel, use: 'run' | 'optional'): readonly Locked[] {
  const build: Use = use === 'run' ? 'build' : use
  const dependencies = childrenOf(of, 'dependencies', 'dependency').flatMap((one) =>
    moduleOf(one, model, /^(?:test|provided|import)$/.test(textOf(one, 'scope') ?? '') ? build : use),
  )
  const imported = childrenOf(of, 'dependencyManagement', 'dependencies', 'dependency').filter((one) => textOf(one, 'scope') === 'import')
  const tools = [...childrenOf(of, 'build', 'plugins', 'plugin'), ...childrenOf(of, 'build', 'extensions', 'extension'), ...childrenOf(of, 'reporting', 'plugins', 'plugin')]
  const parent = textOf(of, 'parent', 'relativePath') === undefined && model.chain.length === 1 ? childrenOf(of, 'parent') : []
  return [...dependencies, ...[...imported, ...tools, ...parent].flatMap((one) => moduleOf(one, model, build))]
}

function moduleOf(element: Element, model: PomModel, use: Use): readonly Locked[] {
  const artifact = model.filled(textOf(element, 'artifactId'))
  const group = textOf(element, 'groupId') === undefined ? pluginGroup : model.filled(textOf(element, 'groupId'))
  if (artifact === undefined || group === undefined || textOf(element, 'scope') === 'system') return []
  const stated = textOf(element, 'version')
  const version = stated === undefined ? model.managed(`${group}:${artifact}`) : model.filled(stated)
  return [{ name: `${group}/${artifact}`, version: version?.startsWith('[') || version?.startsWith('(') ? undefined : version, use, pointer: element.path, line: element.line }]
}

/** Repositories of the project, of its parents in the estate, and of its profiles. Where it is published to is nothing it leans on. */
function repositoriesOf(model: PomModel): { readonly sources: readonly Source[]; readonly hasCentral: boolean } {
  const found = model.chain.flatMap(({ file, root }) => {
    const inside = (of: Element) => [...childrenOf(of, 'repositories', 'repository'), ...childrenOf(of, 'pluginRepositories', 'pluginRepository')]
    const own = inside(root).map((element) => ({ element, state: 'active' as const, file: file.path }))
    return [
      ...own,
      ...childrenOf(root, 'profiles', 'profile').flatMap((one) =>
        inside(one).map((element) => ({ element, state: isOn(one) ? ('active' as const) : ('inactive' as const), file: file.path })),
      ),
    ]
  })
  const sources = found.flatMap(({ element, state, file }): readonly Source[] => {
    const address = model.filled(textOf(element, 'url'))
    return address === undefined ? [] : [{ address, spot: { pointer: element.path, line: element.line }, file, state }]
  })
  return { sources, hasCentral: found.some(({ element, state }) => state === 'active' && textOf(element, 'id') === 'central') }
}

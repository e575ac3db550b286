import type { State } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { providerOfType, readProvider } from './provider.ts'
import type { Reading, Resource } from './resource.ts'
import { unflattened } from './unflattened.ts'

/** A state as Terraform stores it: version 4, and version 3 with its flat attributes. */
export function readState(document: Record<string, unknown>, place: SourceDocument['place'], file: string): Reading {
  const diagnostics: Diagnostic[] = []
  const odd = (at: Path, expected: string): void => {
    const { line, pointer } = place(at)
    diagnostics.push({ code: 'unexpected', severity: 'note', file, pointer, values: { expected, found: 'nothing' }, ...(line === undefined ? {} : { line }) })
  }
  const resources = 'modules' in document ? readModules(document) : readResources(document, odd)
  const backend = recordAt(document, 'backend')
  const type = textAt(backend, 'type')
  return {
    scope: textAt(document, 'lineage') ?? file,
    resources,
    searched: [
      { values: recordAt(document, 'outputs'), at: ['outputs'] },
      ...listAt(document, 'modules').map((module, index) => ({ values: recordAt(module, 'outputs'), at: ['modules', index, 'outputs'] })),
    ],
    ...(type === undefined ? {} : { backend: { type, values: recordAt(backend, 'config'), at: ['backend'] } }),
    diagnostics,
  }
}

function readResources(document: Record<string, unknown>, odd: (at: Path, expected: string) => void): readonly Resource[] {
  return listAt(document, 'resources').flatMap((resource, index) => {
    const [type, name] = [textAt(resource, 'type'), textAt(resource, 'name')]
    if (type === undefined || name === undefined) {
      odd(['resources', index], 'type, name')
      return []
    }
    const module = textAt(resource, 'module')
    const mode = textAt(resource, 'mode') === 'data' ? 'data' : 'managed'
    const own = `${module === undefined ? '' : `${module}.`}${mode === 'data' ? 'data.' : ''}${type}.${name}`
    const provider = readProvider(textAt(resource, 'provider') ?? '') ?? providerOfType(type)
    const at = ['resources', index]
    return listAt(resource, 'instances').flatMap((instance, number): readonly Resource[] => {
      // A deposed instance is the old one of a replacement that went wrong: it is waiting to be removed.
      if (!isRecord(instance) || textAt(instance, 'deposed') !== undefined) return []
      const key = instance['index_key']
      const here = [...at, 'instances', number]
      return [
        {
          address: typeof key === 'number' ? `${own}[${key}]` : typeof key === 'string' ? `${own}[${JSON.stringify(key)}]` : own,
          mode,
          type,
          provider,
          ...attributesOf(instance, here),
          dependsOn: [...listAt(instance, 'dependencies'), ...listAt(instance, 'depends_on')].filter((one) => typeof one === 'string'),
          state: 'active',
          at: here,
        },
      ]
    })
  })
}

function attributesOf(instance: Record<string, unknown>, here: Path): Pick<Resource, 'values' | 'hidden' | 'valuesAt' | 'flat'> {
  // States moved over from version 3 and not yet written again hold flat attributes.
  if (isRecord(instance['attributes_flat'])) return { values: unflattened(instance['attributes_flat']), hidden: undefined, valuesAt: [...here, 'attributes_flat'], flat: true }
  return { values: recordAt(instance, 'attributes'), hidden: hiddenOf(instance), valuesAt: [...here, 'attributes'], flat: false }
}

/** Version 4 lists the ways to sensitive values, step by step. The whole attribute at the top is then taken as hidden. */
function hiddenOf(instance: Record<string, unknown>): Record<string, true> {
  const names = listAt(instance, 'sensitive_attributes').flatMap((way) => {
    const first = Array.isArray(way) ? way[0] : way
    return isRecord(first) && typeof first['value'] === 'string' ? [first['value']] : []
  })
  return Object.fromEntries(names.map((name) => [name, true]))
}

function readModules(document: Record<string, unknown>): readonly Resource[] {
  return listAt(document, 'modules').flatMap((module, index) => {
    const path = listAt(module, 'path').filter((step) => typeof step === 'string')
    const prefix = path
      .slice(1)
      .map((step) => `module.${step}.`)
      .join('')
    return Object.entries(recordAt(module, 'resources')).flatMap(([key, resource]): readonly Resource[] => {
      const type = textAt(resource, 'type') ?? key.replace(/^data\./, '').split('.')[0] ?? ''
      const primary = recordAt(resource, 'primary')
      if (type === '' || Object.keys(primary).length === 0) return []
      const at = ['modules', index, 'resources', key]
      const provider = readProvider(textAt(resource, 'provider') ?? '') ?? providerOfType(type)
      return [
        {
          address: `${prefix}${key.replace(/\.(\d+)$/, '[$1]')}`,
          mode: key.startsWith('data.') ? 'data' : 'managed',
          type,
          provider,
          values: unflattened(recordAt(primary, 'attributes')),
          hidden: undefined,
          state: 'active' satisfies State,
          dependsOn: listAt(resource, 'depends_on').filter((one) => typeof one === 'string'),
          at,
          valuesAt: [...at, 'primary', 'attributes'],
          flat: true,
        },
      ]
    })
  })
}

import { parseAllDocuments } from 'yaml'
import { defaultSettings, sourceFile } from '#estate/source-file.ts'
import { cyclonedx } from '#importers/cyclonedx/index.ts'
import { kubernetes } from '#importers/kubernetes/index.ts'
import { type Bench, timed } from './bench.ts'
import { assessed, command, inFolder, node, parsed } from './commands.ts'
import { billOfMaterials, billsOfMaterials, manifests, spdxDocuments } from './estates.ts'

const alone = { settings: defaultSettings, file: () => undefined }

/** The whole command beside parsing the same files. */
const wholeCommand = (name: string, files: () => Iterable<readonly [string, string]>): Bench => ({
  name,
  against: 'JSON.parse of the same files, one after the other, in a Node of its own',
  limit: 4,
  run: () =>
    inFolder(files(), (folder) => {
      const { time, megabytes } = assessed(folder)
      return { ours: time, other: parsed(folder), megabytes }
    }),
})

/** The whole command on ten times as much, beside ten times the whole command; what it takes for nothing is taken off both. */
const tenfold = (name: string, files: (count: number) => Iterable<readonly [string, string]>, [small, limit]: readonly [count: number, limit: number]): Bench => ({
  name,
  against: 'ten times what a tenth of it takes',
  limit,
  run: () => {
    const idle = inFolder(files(1), (folder) => assessed(folder).time)
    const other = inFolder(files(small), (folder) => assessed(folder).time)
    const { time, megabytes } = inFolder(files(small * 10), assessed)
    return { ours: time - idle, other: 10 * (other - idle), megabytes }
  },
})

/** Reading, alone and as part of the whole command. */
export function readingBenches(): readonly Bench[] {
  return [
    {
      name: 'CycloneDX, 200,000 components, read',
      against: 'JSON.parse',
      limit: 4,
      run: () => {
        const text = billOfMaterials(200_000)
        return { ours: timed(() => cyclonedx.read(sourceFile('bom.json', text), alone)), other: timed(() => JSON.parse(text)) }
      },
    },
    {
      name: 'Kubernetes, 5,000 objects, read',
      against: 'parsing the YAML',
      limit: 2,
      run: () => {
        const text = manifests(5_000)
        return {
          ours: timed(() => kubernetes.read(sourceFile('all.yaml', text), alone)),
          other: timed(() => parseAllDocuments(text).map((one) => one.toJS())),
        }
      },
    },
    wholeCommand('CycloneDX, one file of 1,000,000 components, the whole command', () => [['bom.json', billOfMaterials(1_000_000)]]),
    wholeCommand('CycloneDX, 1,000 files with 1,000,000 components, the whole command', () => billsOfMaterials(1_000_000)),
    wholeCommand('SPDX, 1,000 files with 1,000,000 packages, the whole command', () => spdxDocuments(1_000_000)),
    tenfold('from 100,000 to 1,000,000 components, the whole command', billsOfMaterials, [100_000, 1.2]),
    tenfold('from 1,000 to 10,000 workloads, the whole command', (count) => [['all.yaml', manifests(count * 2)]], [1_000, 1.2]),
    { name: 'deltaplan --help', against: 'a bare Node', limit: 5, run: () => ({ ours: node(command, '--help'), other: node('-e', '0') }) },
  ]
}

import { emptyFragment } from '#estate/fragment.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import type { Importer } from '../importer.ts'
import { lockFormats } from './formats.ts'
import { lockFragment } from './fragment.ts'
import type { LockFormat } from './lock-read.ts'

export const lockfiles: Importer = {
  id: 'lockfiles',
  title: 'Lock files and manifests of packages',
  spec: 'https://github.com/package-url/purl-spec',
  recognises: (file) => formatOf(file) !== undefined,
  read: (file, beside) => {
    const format = formatOf(file)
    return format === undefined ? emptyFragment : lockFragment(file, format.read(file, beside))
  },
}

const formatOf: (file: SourceFile) => LockFormat | undefined = once((file) => lockFormats.find((format) => format.recognises(file)))

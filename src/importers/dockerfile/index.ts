import { dockerfileUnit } from '#estate/built-units.ts'
import type { Claim, FilePlace, Says } from '#estate/claim.ts'
import type { Fragment } from '#estate/fragment.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { readDockerfile } from '../dockerfile.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { lockFilesTaken } from './lock-files.ts'
import { isDockerfile } from './recognise.ts'

export const dockerfile: Importer = {
  id: 'dockerfile',
  title: 'Dockerfile and Containerfile',
  spec: 'https://docs.docker.com/reference/dockerfile/',
  recognises: isDockerfile,
  read,
}

/** A Dockerfile is read as the unit that is built from it. */
function read(file: SourceFile, beside: Beside): Fragment {
  const id = dockerfileUnit(file.path)
  const at = (line: number): FilePlace => ({ file: file.path, pointer: `/line/${line}`, line })
  const { claims, diagnostics, labels } = readDockerfile(id, { text: file.text(), state: 'active', inside: new Set(), at })
  const says = saysOf(file.path, labels)
  const unit: Claim = { claim: 'thing', id, name: shown(labels.get(`${oci}title`)) ?? file.path, says, state: 'active', basis: 'observed', at: [at(1)] }
  return { claims: [unit, ...claims, ...lockFilesTaken(file, beside)], diagnostics: firstOfEach(diagnostics) }
}

/** Labels of the OCI image specification say what the image is (https://github.com/opencontainers/image-spec/blob/main/annotations.md). */
const oci = 'org.opencontainers.image.'

function saysOf(path: string, labels: ReadonlyMap<string, string>): Says {
  const [title, version, vendor, licences] = ['title', 'version', 'vendor', 'licenses'].map((name) => shown(labels.get(`${oci}${name}`)))
  return {
    groups: [...(title === undefined ? [] : [`name=${title}`]), `build=${path}`],
    runs: false,
    'built-here': true,
    ...(version === undefined ? {} : { version }),
    ...(vendor === undefined ? {} : { 'publisher-name': vendor }),
    ...(licences === undefined ? {} : { licences: [licences] }),
  }
}

/** A label may hold a variable that only the builder knows. */
const shown = (value: string | undefined): string | undefined => (value === undefined || value.includes('$') || value.length > 200 ? undefined : value)

import { type FilePlace, idOf, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import { stepsOf } from '#lang/pointer.ts'
import { secretInText } from '#redaction/secret.ts'
import { startBill } from '../bill.ts'
import type { Importer } from '../importer.ts'
import { sayDocument } from './claims.ts'
import type { SpdxDocument } from './document.ts'
import { namespaceOf } from './elements.ts'
import { formOf } from './recognise.ts'
import { readTagValue } from './tag-value.ts'
import { readThree } from './version-three.ts'
import { readTwo } from './version-two.ts'

export const spdx: Importer = {
  id: 'spdx',
  title: 'SPDX bill of materials',
  spec: 'https://spdx.dev/use/specifications/',
  recognises: (file) => formOf(file.text()) !== undefined,
  read,
}

/** All forms are brought into the shape that JSON has first, so that they cannot say different things. */
function read(file: SourceFile, { wanted }: Beside): Fragment {
  const form = formOf(file.text())
  if (form === 'rdf') return { claims: [], diagnostics: [{ code: 'unreadable', severity: 'warning', file: file.path, values: { reason: 'rdf' } }] }
  if (form === 'tag-value') {
    const { value, place, diagnostics } = readTagValue(file.path, file.text())
    return readOne(file, { wanted, value, place, diagnostics })
  }
  const { documents, diagnostics } = documentsOf(file)
  const [document] = documents
  const place = (pointer: string): FilePlace => (form === 'yaml' && document ? document.place(stepsOf(pointer)) : { file: file.path, pointer })
  return readOne(file, { wanted, value: document?.value, place, diagnostics })
}

interface Opened {
  readonly wanted: Beside['wanted']
  readonly value: unknown
  readonly place: (pointer: string) => FilePlace
  readonly diagnostics: readonly Diagnostic[]
}

function readOne(file: SourceFile, { value, place, diagnostics, wanted }: Opened): Fragment {
  if (!isRecord(value)) return { claims: [], diagnostics: diagnostics.length > 0 ? diagnostics : [nothingInside(file)] }
  // GitHub's answer wraps the document once more.
  const inner = isRecord(value['sbom']) ? value['sbom'] : undefined
  const root = inner ?? value
  const isThree = root['@context'] !== undefined || root['@graph'] !== undefined
  const unit = unitOf(isThree ? namespaceOf(root) : root['documentNamespace'], file.path)
  const bill = startBill(file.path, { unit, place: inner ? (pointer) => place(`/sbom${pointer}`) : place, wanted })
  const document = isThree ? readThree(bill, root) : readTwo(bill, root)
  const without = withoutDependency(document)
  if (without) return { claims: [], diagnostics: [...diagnostics, ...bill.diagnostics, { ...without, ...bill.place('') }] }
  sayDocument(bill, document)
  return { claims: bill.claims, contents: [...bill.contents.values()], diagnostics: [...diagnostics, ...bill.diagnostics] }
}

/** A file that lists no software: it speaks of vulnerabilities, or of nothing but files. */
function withoutDependency({ isOnly, count, manifests }: SpdxDocument): Pick<Diagnostic, 'code' | 'severity' | 'values'> | undefined {
  if (isOnly !== undefined) return { code: 'no-dependency', severity: 'note', values: { what: isOnly } }
  return count === 0 && manifests.length === 0 ? { code: 'nothing-inside', severity: 'note' } : undefined
}

const nothingInside = (file: SourceFile): Diagnostic => ({ code: 'nothing-inside', severity: 'note', file: file.path })

/** The unit that a document is of. Its namespace names it wherever the file lies; without one that can do so, the path has to. */
function unitOf(namespace: unknown, file: string): ThingId {
  const isName = typeof namespace === 'string' && /^[a-z][a-z0-9+.-]*:\S{1,300}$/i.test(namespace) && secretInText(namespace) === undefined
  return idOf('unit', `spdx/${isName ? namespace : file}`)
}

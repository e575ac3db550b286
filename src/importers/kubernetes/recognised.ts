import { documentsOf } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt } from '#lang/json.ts'
import { isChart } from './chart.ts'
import { isKustomization } from './kustomization.ts'
import { isObject } from './object.ts'

/** A line of a template's own language: what stands in such a file is known only once it is rendered. */
const control = /^[ \t]*\{\{-?\s*(?:if|else|end|with|range|include|template|define|block|toYaml|tpl|\$|\/\*)/m

/** Whether a file holds objects of Kubernetes, a kustomization or a chart; a template of them counts, to say that it is one. */
export function isKubernetes(file: SourceFile): boolean {
  if (isKustomization(file) || isChart(file)) return true
  const text = file.text()
  if (!/apiVersion["']?\s*:/.test(text) || !/kind["']?\s*:/.test(text)) return false
  return documentsOf(file).documents.some((document) => isObject(document.value)) || isTemplate(file)
}

/** Whether a file is a template of objects that nobody rendered yet: it has lines of control, or names that wait to be filled in. */
export function isTemplate(file: SourceFile): boolean {
  const text = file.text()
  if (!text.includes('{{') || !/^apiVersion\s*:/m.test(text) || !/^kind\s*:/m.test(text)) return false
  const { documents, diagnostics } = documentsOf(file)
  if (diagnostics.length > 0 && control.test(text)) return true
  return documents.some(({ value }) => isObject(value) && namesWait(recordAt(value, 'metadata')['name']))
}

/** `{{ .Values.name }}` without quotes is a map in YAML. */
const namesWait = (name: unknown): boolean => isRecord(name) || (typeof name === 'string' && name.includes('{{'))

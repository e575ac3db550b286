import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateAction, validateWorkflow } from '@action-validator/core'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { alone, sourceFile } from '#estate/source-file.ts'
import { importers } from '#importers/index.ts'

const root = join(import.meta.dirname, '..', '..')
const textOf = (path: string): string => readFileSync(join(root, 'deploy', path), 'utf8')

test('the GitHub Action is one, by the schema of GitHub', () => expect(validateAction(textOf('github/action.yml'))).toMatchObject({ actionType: 'action', errors: [] }))

test('the workflow that shows it is one, and calls it with inputs that it has', () => {
  const text = textOf('github/workflow.yml')
  expect(validateWorkflow(text)).toMatchObject({ actionType: 'workflow', errors: [] })
  const inputs = Object.keys(parse(textOf('github/action.yml')).inputs)
  const step = parse(text).jobs.assess.steps.find((one: { uses?: string }) => one.uses === './deploy/github')
  expect(Object.keys(step.with).filter((name) => !inputs.includes(name))).toEqual([])
})

test('the Containerfile is one', () => {
  expect(validate(textOf('Containerfile')).map((one) => one.message)).toEqual([])
  const file = sourceFile('Containerfile', textOf('Containerfile'))
  const reader = importers.find((one) => one.recognises(file))
  expect(reader?.read(file, alone).diagnostics ?? []).toEqual([])
})

test('the template for GitLab has a header of inputs, and uses those and no others', () => {
  const text = textOf('gitlab/deltaplan.yml')
  const documents = parseAllDocuments(text)
  expect(documents.flatMap((one) => one.errors)).toEqual([])
  const [header, jobs] = documents.map((one) => one.toJS() as Record<string, Record<string, Record<string, unknown>>>)
  const inputs = Object.keys(header?.['spec']?.['inputs'] ?? {})
  const used = [...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name)
  expect([...new Set(used)].sort()).toEqual(inputs.sort())
  expect(Object.keys(jobs?.['deltaplan'] ?? {}).filter((key) => !['stage', 'image', 'variables', 'script', 'artifacts', 'rules'].includes(key))).toEqual([])
})

describe('the script of the action', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deltaplan-action-'))
  const run = (limits: string) => {
    const command = join(folder, 'command')
    writeFileSync(command, `#!/bin/sh\nexec ${join(root, 'bin', 'deltaplan')} "$@"\n`)
    chmodSync(command, 0o755)
    mkdirSync(join(folder, 'estate'), { recursive: true })
    writeFileSync(join(folder, 'estate', 'compose.yaml'), 'services:\n  web:\n    image: ghcr.io/example-shop/web:1\n    environment:\n      PASSWORD: very-secret-value-1234\n')
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary'), RUNNER_TEMP: folder }
    for (const path of [files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY]) writeFileSync(path, '')
    const script = parse(textOf('github/action.yml')).runs.steps[0].run
    const env = { ...process.env, ...files, ESTATE: join(folder, 'estate'), COMMAND: command, LANGUAGE: 'nl', LIMITS: limits, BASE: '' }
    const { status } = spawnSync('bash', ['-e', '-c', script], { env, encoding: 'utf8' })
    return { status, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), output: readFileSync(files.GITHUB_OUTPUT, 'utf8') }
  }

  test('writes its results and a summary, and ends as the gate says', () => {
    const open = run('')
    expect([open.status, open.summary.startsWith('# Waar wij op leunen'), /result=.*result\.json/.test(open.output)]).toEqual([0, true, true])
    expect(run('secrets=0\nunreadable=0').status).toBe(1)
    rmSync(folder, { recursive: true, force: true })
  })
})

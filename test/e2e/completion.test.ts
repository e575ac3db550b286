import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const command = join(import.meta.dirname, '..', '..', 'bin', 'deltaplan')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltaplan-completion-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scriptFor = (shell: string): string => {
  const path = join(folder, `completion.${shell}`)
  writeFileSync(path, spawnSync(command, ['completion', shell], { encoding: 'utf8' }).stdout)
  return path
}

describe('in bash', () => {
  const completed = (line: string): readonly string[] => {
    const words = line.split(' ')
    const typed = words.map((word) => `'${word}'`).join(' ')
    const script = `source '${scriptFor('bash')}'; COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _deltaplan; printf '%s\\n' "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: folder }).stdout.trim().split('\n')
  }

  test('the commands come first, then their options and what these may be', () => {
    expect(completed('deltaplan as')).toEqual(['assess'])
    expect(completed('deltaplan assess . --fo')).toEqual(['--format'])
    expect(completed('deltaplan assess . --format s')).toEqual(['sarif'])
    expect(completed('deltaplan assess . --lang ')).toEqual(expect.arrayContaining(['nl', 'en']))
    expect(completed('deltaplan knowledge ex')).toEqual(['explain'])
  })
})

/** A shell that is not there is named by `npm test`, and its test counts as skipped; where CI is set that is a failure. */
const without = (path: string): boolean => !existsSync(path) && process.env['CI'] === undefined

test.skipIf(without('/usr/bin/zsh'))('zsh takes the script', () => {
  const { status, stdout, stderr } = spawnSync('zsh', ['-f', '-c', `autoload -U compinit; compinit -D; source '${scriptFor('zsh')}'; print -r -- \${_comps[deltaplan]}`], {
    encoding: 'utf8',
    cwd: folder,
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('_deltaplan')
})

test.skipIf(without('/usr/bin/fish'))('fish takes the script, and completes', () => {
  const complete = `source '${scriptFor('fish')}'; complete -C 'deltaplan assess . --format s'`
  const { status, stdout } = spawnSync('fish', ['--no-config', '-c', complete], { encoding: 'utf8', cwd: folder })
  expect(status).toBe(0)
  expect(stdout).toContain('sarif')
})

test('another shell is wrong usage', () => {
  const { status, stderr } = spawnSync(command, ['completion', 'tcsh'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, 'deltaplan: completion wants bash, zsh or fish, got "tcsh"\n'])
})

/**
 * Compiles the loops of the loss engine to WebAssembly, unless that has been done of the same sources. Without it the engine runs in plain JavaScript: slower, and to the
 * same figures.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { compiledLoops, loopSources } from '#workspace/loss-loops.ts'

const root = join(import.meta.dirname, '..')

/** @returns where the module is */
export async function makeLossLoops(): Promise<string> {
  const to = compiledLoops()
  if (existsSync(to)) return to
  mkdirSync(dirname(to), { recursive: true })
  const { default: asc } = await import('assemblyscript/asc')
  // What these two export is what the module exports.
  const entries = ['lumps.ts', 'strikes.ts'].map((name) => relative(root, join(loopSources, name)).replaceAll('\\', '/'))
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--baseDir', root, '--outFile', relative(root, to)]
  const { error, stderr } = await asc.main([...entries, ...options])
  if (error !== null) throw new Error(`the loops of the loss engine do not compile: ${stderr.toString()}`)
  return to
}

if (import.meta.main) {
  try {
    await makeLossLoops()
  } catch (fault) {
    console.error(`The loss engine runs in plain JavaScript: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

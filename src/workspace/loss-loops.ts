import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '#kernels/loss/engine.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import { type LossModule, wasmEngine } from '#kernels/loss/wasm-engine.ts'

const root = join(import.meta.dirname, '..', '..')

/** The sources of the loops that are compiled to WebAssembly, in a checkout. */
export const loopSources = join(root, 'src', 'kernels', 'loss', 'assembly')

/** Where the compiled loops are: beside the bundle, or in the checkout's cache under the digest of their sources, so that old ones are never taken for new. */
export function compiledLoops(): string {
  const beside = join(import.meta.dirname, 'loss.wasm')
  if (existsSync(beside) || !existsSync(loopSources)) return beside
  const hash = createHash('sha256')
  for (const name of readdirSync(loopSources).sort()) hash.update(name).update(readFileSync(join(loopSources, name)))
  return join(root, '.cache', `loss-${hash.digest('hex').slice(0, 16)}.wasm`)
}

let known: Engine | undefined

/** The fastest engine there is here. All of them give the same figures, bit for bit. */
export function lossEngine(): Engine {
  known ??= fastest()
  return known
}

function fastest(): Engine {
  const path = compiledLoops()
  if (!existsSync(path)) return plainEngine
  try {
    const module = new WebAssembly.Module(readFileSync(path))
    return wasmEngine(() => new WebAssembly.Instance(module, {}).exports as unknown as LossModule)
  } catch {
    return plainEngine // a machine without SIMD
  }
}

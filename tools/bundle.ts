/** Makes what is published: the command as one bundle with parts that load when they are wanted, and the knowledge base beside it. */
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileKnowledge } from '#workspace/knowledge-base.ts'
import { makeLossLoops } from './assembly.ts'

// Some packages are CommonJS inside and ask for parts of Node by `require`, which a module has to be given.
const commonJs = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })

await build({
  entryPoints: { deltaplan: join(root, 'src', 'cli', 'main.ts'), tasks: join(root, 'src', 'workspace', 'tasks.ts') },
  outdir: dist,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  legalComments: 'none',
  // The compiler of PDF is native and optional: it is loaded from where it is installed, or PDF is not made. The other only lowers a thread's rank.
  external: ['@myriaddreamin/typst-ts-node-compiler', '@napi-rs/nice'],
  banner: { js: `#!/usr/bin/env node\n${commonJs} const __dirname = import.meta.dirname;` },
  logLevel: 'warning',
})

// What a thread starts with, before it loads our tasks: its pool asks for it by this name.
await build({
  entryPoints: [fileURLToPath(import.meta.resolve('piscina')).replace(/[^/\\]+$/, 'worker.js')],
  outfile: join(dist, 'worker.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  legalComments: 'none',
  external: ['@napi-rs/nice'],
  banner: { js: commonJs },
  logLevel: 'warning',
})

const knowledge = compileKnowledge(join(root, 'data'))
writeFileSync(join(dist, 'knowledge.json'), JSON.stringify(knowledge))
cpSync(await makeLossLoops(), join(dist, 'loss.wasm'))
cpSync(join(root, 'examples'), join(dist, 'examples'), { recursive: true, errorOnExist: false, force: true })
chmodSync(join(dist, 'deltaplan.mjs'), 0o755)
console.log('dist: the command, the knowledge base and the examples')

import { enableCompileCache } from 'node:module'
import { Command, CommanderError } from 'commander'
import { engineVersion } from '#workspace/assess-folder.ts'

enableCompileCache()

/** Exit codes, as docs/reference/command-line.md tells them. */
const usageFault = 2
const ourFault = 3

const program = new Command('deltaplan')
  .description('What do we lean on, who and which law stands behind it, and what falls away with it? Read from evidence.')
  .version(engineVersion())
  .exitOverride()
  .showHelpAfterError()
  .addHelpText('after', '\nExit codes: 0 done · 1 a threshold failed · 2 wrong usage or nothing could be read · 3 a fault of ours')

const formats = ['terminal', 'json', 'html']
const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

program
  .command('assess')
  .description('assess a folder or a file')
  .argument('<path>', 'a folder, or one file')
  .option('--format <format>', `${formats.join(' | ')}; may be given more than once, each with its --out`, collect)
  .option('--out <file>', 'where the document goes; - is standard output', collect)
  .option('--lang <language>', 'nl | en', 'en')
  .option('--as-of <date>', 'the date the result speaks of, as 2026-11-24; today in UTC')
  .option('--knowledge <folder>', 'your own knowledge: adds, corrects or withdraws facts')
  .option('--fail-on <limit>', 'exit 1 when more than this many single points are certain, as single-points=0', collect)
  .option('--quiet', 'no progress on standard error')
  .addHelpText('after', '\nExamples:\n  deltaplan assess .\n  deltaplan assess estate --format html --out report.html --lang nl\n  deltaplan assess estate --format json --out -')
  .action(async (path: string, options: object) => run((await import('./commands/assess.ts')).assessCommand(path, options)))

program
  .command('explain')
  .description('the claims behind a workload, a function, a supplier or any other thing')
  .argument('<thing>', 'its name or id')
  .argument('[path]', 'the folder to read', '.')
  .option('--lang <language>', 'nl | en', 'en')
  .option('--as-of <date>', 'the date the result speaks of')
  .option('--knowledge <folder>', 'your own knowledge')
  .addHelpText('after', '\nExamples:\n  deltaplan explain "Microsoft" estate\n  deltaplan explain workload:medication estate --lang nl')
  .action(async (thing: string, path: string, options: object) => run((await import('./commands/explain.ts')).explainCommand(thing, path, options)))

program
  .command('init')
  .description('write a first deltaplan.yaml from what is found')
  .argument('[path]', 'the folder to read', '.')
  .option('--out <file>', 'where it goes; - is standard output; deltaplan.yaml in the folder')
  .option('--force', 'write over a file that is there')
  .addHelpText('after', '\nExamples:\n  deltaplan init estate\n  deltaplan init estate --out -')
  .action(async (path: string, options: object) => run((await import('./commands/init.ts')).initCommand(path, options)))

const knowledge = program.command('knowledge').description('what the knowledge base knows, and who says so')
knowledge
  .command('explain')
  .description('print what is known of something')
  .argument('<thing>', 'a party, a service, a platform, a law, a country …')
  .option('--lang <language>', 'nl | en', 'en')
  .option('--as-of <date>', 'facts past their review date by then are marked')
  .option('--knowledge <folder>', 'your own knowledge')
  .addHelpText('after', '\nExamples:\n  deltaplan knowledge explain "Red Hat"\n  deltaplan knowledge explain us-cloud-act --lang nl')
  .action(async (thing: string, options: object) => run((await import('./commands/knowledge.ts')).knowledgeCommand(thing, options)))

program
  .command('schema')
  .description('print the JSON Schema of deltaplan.yaml')
  .addHelpText('after', '\nExample:\n  deltaplan schema > deltaplan.schema.json')
  .action(async () => run((await import('./commands/schema.ts')).schemaCommand()))

/** A command answers with its exit code; nothing else sets it. */
async function run(code: number | Promise<number>): Promise<void> {
  process.exitCode = await code
}

try {
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : usageFault
  else {
    console.error(`deltaplan: a fault of ours: ${fault instanceof Error ? fault.message : String(fault)}`)
    if (process.env['DELTAPLAN_DEBUG'] !== undefined && fault instanceof Error) console.error(fault.stack)
    process.exitCode = ourFault
  }
}

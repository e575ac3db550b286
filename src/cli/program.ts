import { Command } from 'commander'
import { engineVersion } from '#workspace/engine-version.ts'
import { speakIn } from './spoken.ts'

const formats = ['terminal', 'json', 'html', 'markdown', 'sarif', 'csv', 'pdf', 'dora-b_06.01', 'dora-b_07.01']
const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

/** Options that several commands share, in the same words. */
const shared = {
  lang: ['--lang <language>', 'nl | en', 'en'],
  asOf: ['--as-of <date>', 'the date the result speaks of, as 2026-11-24; today in UTC'],
  knowledge: ['--knowledge <folder>', 'your own knowledge: adds, corrects or withdraws facts'],
} as const

/**
 * The command line: every command with its arguments, options and examples. What a command does is loaded when it is called.
 *
 * @param ended told the exit code of the command that ran
 */
export function commandLine(ended: (code: number) => void): Command {
  const program = new Command('deltaplan')
    .description('What do we lean on, who and which law stands behind it, and what falls away with it? Read from evidence.')
    .version(engineVersion())
    .exitOverride()
    .showHelpAfterError()
    .hook('preAction', (_, command) => speakIn(command.opts()['lang']))
    .addHelpText('after', '\nExit codes: 0 done · 1 a threshold failed · 2 wrong usage or nothing could be read · 3 a fault of ours')
  addAssess(program, ended)
  addExplain(program, ended)
  addInit(program, ended)
  addKnowledge(program, ended)
  addFrameworks(program, ended)
  addAnswer(program, ended)
  addWhatIf(program, ended)
  addSimulate(program, ended)
  addMerge(program, ended)
  addCalibrate(program, ended)
  addDiff(program, ended)
  addCuts(program, ended)
  addSchema(program, ended)
  addCompletion(program, ended)
  return program
}

type Ended = (code: number) => void

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`

function addAssess(program: Command, ended: Ended): void {
  program
    .command('assess')
    .description('assess a folder or a file')
    .argument('<path>', 'a folder, or one file')
    .option('--format <format>', `${formats.join(' | ')}; may be given more than once, each with its --out`, collect)
    .option('--out <file>', 'where the document goes; - is standard output', collect)
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .option('--config <file>', 'a deltaplan.yaml that lies elsewhere; it is read as if it lay in the folder')
    .option('--fail-on <limit>', 'exit 1 when a figure is over its limit, as single-points=0; may be given more than once', collect)
    .option('--years <n>', 'over how many years losses are simulated, rounded up to whole blocks of 1024; 65536 when left out')
    .option('--quiet', 'no progress on standard error')
    .addHelpText(
      'after',
      examples(
        'deltaplan assess .',
        'deltaplan assess estate --format html --out report.html --lang nl',
        'deltaplan assess estate --format json --out - --as-of 2026-11-24',
        'deltaplan assess estate --fail-on single-points=3 --fail-on secrets=0',
      ),
    )
    .action(async (path: string, options: object) => ended(await (await import('./commands/assess.ts')).assessCommand(path, options)))
}

function addExplain(program: Command, ended: Ended): void {
  program
    .command('explain')
    .description('the claims behind a workload, a function, a supplier or any other thing; or all that answers one question')
    .argument('<thing>', 'its name or id, or the name of a question: overview, spectrum, single-points, exposure …')
    .argument('[path]', 'the folder to read', '.')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText('after', examples('deltaplan explain "Microsoft" estate', 'deltaplan explain workload:medication estate --lang nl', 'deltaplan explain single-points estate'))
    .action(async (thing: string, path: string, options: object) => ended(await (await import('./commands/explain.ts')).explainCommand(thing, path, options)))
}

function addInit(program: Command, ended: Ended): void {
  program
    .command('init')
    .description('write a first deltaplan.yaml from what is found')
    .argument('[path]', 'the folder to read', '.')
    .option('--out <file>', 'where it goes; - is standard output; deltaplan.yaml in the folder')
    .option('--force', 'write over a file that is there; what it was is kept beside it, with .before at its end')
    .option('--template <kind>', 'office | transactions | care | statutory | production: under each function, the lines that say what its loss costs, to be filled in')
    .addHelpText('after', examples('deltaplan init estate', 'deltaplan init estate --out -', 'deltaplan init estate --template care'))
    .action(async (path: string, options: object) => ended(await (await import('./commands/init.ts')).initCommand(path, options)))
}

function addKnowledge(program: Command, ended: Ended): void {
  const knowledge = program.command('knowledge').description('what the knowledge base knows, and who says so')
  knowledge
    .command('explain')
    .description('print what is known of something')
    .argument('<thing>', 'a party, a service, a platform, a law, a country …')
    .option(...shared.lang)
    .option('--as-of <date>', 'facts past their review date by then are marked')
    .option(...shared.knowledge)
    .addHelpText('after', examples('deltaplan knowledge explain "Red Hat"', 'deltaplan knowledge explain us-cloud-act --lang nl'))
    .action(async (thing: string, options: object) => ended(await (await import('./commands/knowledge.ts')).knowledgeCommand(thing, options)))
}

function addFrameworks(program: Command, ended: Ended): void {
  program
    .command('frameworks')
    .description('list the published frameworks, or hold a folder against one')
    .argument('[id]', 'a framework; left out, all are listed')
    .argument('[path]', 'the folder to read', '.')
    .option('--of <thing>', 'one workload or service alone')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText('after', examples('deltaplan frameworks', 'deltaplan frameworks dora estate', 'deltaplan frameworks eu-csf-guidance-2026 estate --of patient-portal --lang nl'))
    .action(async (id: string | undefined, path: string, options: object) => ended(await (await import('./commands/frameworks.ts')).frameworksCommand(id, path, options)))
}

function addAnswer(program: Command, ended: Ended): void {
  program
    .command('answer')
    .description('answer a criterion in deltaplan.yaml; what the file was is kept beside it, with .before at its end')
    .argument('<criterion>', '<framework>/<criterion>')
    .argument('[value]', 'the word or number of an answer; left out, those there are to choose from are printed')
    .argument('[path]', 'the folder, or the file itself', '.')
    .option('--by <role>', 'who stands behind it: a role, never a person')
    .option('--evidence <text>', 'on what it rests')
    .option('--expires <date>', 'until when it counts')
    .option('--on <thing>', 'a workload, service or party that it is given of; may be given more than once; left out, the whole', collect)
    .option(...shared.lang)
    .option(...shared.knowledge)
    .addHelpText(
      'after',
      examples('deltaplan answer dora/exit-plan', 'deltaplan answer dora/exit-plan yes estate --by CISO --evidence "exit plan of May 2026" --expires 2027-05-31 --on core-banking'),
    )
    .action(async (key: string, value: string | undefined, path: string, options: object) =>
      ended(await (await import('./commands/answer.ts')).answerCommand({ key, value, path }, options)),
    )
}

function addWhatIf(program: Command, ended: Ended): void {
  program
    .command('whatif')
    .description('what fails, and when, if a supplier, a law, a place or anything else falls away, or a scenario comes true')
    .argument('<what>', 'something that is leaned on, by its name or id; or a scenario by its id')
    .argument('[path]', 'the folder to read', '.')
    .option('--of <thing>', 'of a scenario: the one thing it happens to; left out, each by itself')
    .option('--by <country>', 'of a takeover: where the new owner is; us when left out')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText(
      'after',
      examples(
        'deltaplan whatif Microsoft estate',
        'deltaplan whatif supplier-insolvent estate --lang nl',
        'deltaplan whatif region-lost estate --of aws:eu-west-1',
        'deltaplan whatif bought-from-outside estate --of "Example Hosting B.V." --by us',
      ),
    )
    .action(async (what: string, path: string, options: object) => ended(await (await import('./commands/what-if.ts')).whatIfCommand(what, path, options)))
}

function addSimulate(program: Command, ended: Ended): void {
  program
    .command('simulate')
    .description('what the state of things costs a year: many years, simulated on all cores')
    .argument('[path]', 'the folder to read', '.')
    .option('--years <count>', 'how many years, in each of the two readings', '100000')
    .option('--seed <number>', 'names the random numbers: the same seed gives the same years; 1 when left out')
    .option('--shard <i/n>', 'only this part of the years, written to --out for `deltaplan merge`')
    .option('--continue <part>', 'go on from a part that was written before: 200000 years contain the first 100000')
    .option('--format <format>', 'terminal | json | html; terminal when left out')
    .option('--out <file>', 'where the document goes; - is standard output', '-')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .option('--quiet', 'no progress on standard error')
    .addHelpText(
      'after',
      examples(
        'deltaplan simulate estate',
        'deltaplan simulate estate --years 1000000 --lang nl',
        'deltaplan simulate estate --shard 1/2 --out part-1.json',
        'deltaplan simulate estate --format json --out loss.json',
        'deltaplan simulate estate --format html --out loss.html --lang nl',
      ),
    )
    .action(async (path: string, options: object) => ended(await (await import('./commands/simulate.ts')).simulateCommand(path, options)))
}

function addMerge(program: Command, ended: Ended): void {
  program
    .command('merge')
    .description('join parts that `deltaplan simulate --shard` wrote, and say what they say together')
    .argument('<path>', 'the folder they were made of')
    .argument('<parts...>', 'the files')
    .option('--format <format>', 'terminal | json | html', 'terminal')
    .option('--out <file>', 'where the document goes; - is standard output', '-')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText('after', examples('deltaplan merge estate part-1.json part-2.json', 'deltaplan merge estate part-*.json --format json --out loss.json'))
    .action(async (path: string, parts: readonly string[], options: object) => ended(await (await import('./commands/simulate.ts')).mergeCommand(path, parts, options)))
}

function addDiff(program: Command, ended: Ended): void {
  program
    .command('diff')
    .description('what differs between two results, two folders, or two knowledge bases')
    .argument('<old>', 'a result as JSON, a folder, or a folder of knowledge')
    .argument('<new>', 'the same of later')
    .option('--format <format>', 'terminal | markdown, the latter fit for a comment under a change', 'terminal')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText('after', examples('deltaplan diff main.json branch.json --format markdown', 'deltaplan diff estate-of-may estate', 'deltaplan diff data-of-may data --lang nl'))
    .action(async (was: string, is: string, options: object) => ended(await (await import('./commands/diff.ts')).diffCommand(was, is, options)))
}

function addCalibrate(program: Command, ended: Ended): void {
  program
    .command('calibrate')
    .description('how often 90 % intervals that somebody gave held, and whether the next ones should be wider')
    .argument('<file>', 'CSV with the headings question, low, high, truth')
    .option(...shared.lang)
    .addHelpText('after', examples('deltaplan calibrate answers-of-2025.csv'))
    .action(async (path: string, options: object) => ended(await (await import('./commands/calibrate.ts')).calibrateCommand(path, options)))
}

function addCuts(program: Command, ended: Ended): void {
  program
    .command('cuts')
    .description('which smallest combinations stop a function of a folder; or the minimal cut sets and probability of a failure model (Open-PSA)')
    .argument('<path>', 'a folder, or an Open-PSA file')
    .option('--level <level>', 'of a folder: supplier | owner | service | place | law | jurisdiction | key-holder | team | release | cause; supplier when left out')
    .option('--format <format>', 'terminal | json; of a folder also open-psa: its failure logic as fault trees for other programs', 'terminal')
    .option('--out <file>', 'where the document goes; - is standard output', '-')
    .option('--max-order <n>', 'list the cut sets of at most so many events')
    .option('--limit <n>', 'list at most so many cut sets, those of fewest events first')
    .option('--top <name>', 'the gate that is asked about, or of a folder the function; left out, every gate that no other refers to, every function')
    .option('--nodes <n>', 'how large a diagram may become before it is given up, where there is time and memory: 33554432 takes up to a minute and 1 GB')
    .option('--probability-cut-off <p>', 'leave out of the list what is less likely than this')
    .option('--importance', 'how much each event matters, by the measures of the field')
    .option('--unknown <p>', 'of a folder: the probability to take for events of which nobody knows one; left out, they have none')
    .option(...shared.lang)
    .option(...shared.asOf)
    .option(...shared.knowledge)
    .addHelpText(
      'after',
      examples(
        'deltaplan cuts estate',
        'deltaplan cuts estate --level owner --max-order 3',
        'deltaplan cuts estate --level cause --top payments --importance --unknown 0.01',
        'deltaplan cuts estate --format open-psa --unknown 0.01 --out estate.xml',
        'deltaplan cuts model.xml',
        'deltaplan cuts model.xml --max-order 2 --importance',
        'deltaplan cuts model.xml --format json --limit 1000 --out cuts.json',
      ),
    )
    .action(async (path: string, options: object) => ended(await (await import('./commands/cuts.ts')).cutsCommand(path, options)))
}

function addSchema(program: Command, ended: Ended): void {
  program
    .command('schema')
    .description('print a JSON Schema: of deltaplan.yaml, or of the assessment')
    .argument('[of]', 'deltaplan | assessment', 'deltaplan')
    .addHelpText('after', examples('deltaplan schema > deltaplan.schema.json', 'deltaplan schema assessment'))
    .action(async (of: string) => ended(await (await import('./commands/schema.ts')).schemaCommand(of)))
}

function addCompletion(program: Command, ended: Ended): void {
  program
    .command('completion')
    .description('print what completes the command line in a shell')
    .argument('<shell>', 'bash | zsh | fish')
    .addHelpText('after', examples('source <(deltaplan completion bash)', 'deltaplan completion fish > ~/.config/fish/completions/deltaplan.fish'))
    .action(async (shell: string) => ended(await (await import('./commands/completion.ts')).completionCommand(program, shell)))
}

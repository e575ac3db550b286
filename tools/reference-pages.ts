import type { Command } from 'commander'
import { assessmentSchema } from '#assessment/assessment-schema.ts'
import { deltaplanSchema } from '#assessment/published-schema.ts'
import { commandLine } from '#cli/program.ts'
import { importers } from '#importers/index.ts'
import { stableJson } from '#lang/json.ts'

/** The pages of docs/reference, by name. */
export const referencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['command-line.md', commandPage()],
    ['formats.md', formatPage()],
    ['deltaplan.schema.json', stableJson(deltaplanSchema())],
    ['assessment.schema.json', stableJson(assessmentSchema())],
  ])

function commandPage(): string {
  const pages = [...leaves(commandLine(() => undefined))].map(({ name, command }) => `## ${name}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`)
  return `# The command line\n\nWritten by \`npm run reference\` from the command itself.

Standard output carries only the document that was asked for; progress and diagnostics go to standard error.

| exit code | means |
|---|---|
| 0 | done; a broken file among good ones is a diagnostic, not a failure |
| 1 | a limit of \`thresholds:\` in deltaplan.yaml or of \`--fail-on\` is passed |
| 2 | wrong usage, or nothing could be read; JSON is written all the same |
| 3 | a fault of ours |

Limits: \`single-points\`, \`unknown-suppliers\`, \`unreadable\`, \`secrets\`, each \`name=number\`.

${pages.join('\n')}`
}

/** The help of a command with its examples, as it is printed, whatever the width of the terminal. */
function helpOf(command: Command): string {
  let text = ''
  command
    .configureOutput({
      getOutHelpWidth: () => 100,
      writeOut: (part) => {
        text += part
      },
    })
    .outputHelp()
  return text.trim()
}

function* leaves(command: Command, prefix = ''): Generator<{ readonly name: string; readonly command: Command }> {
  const name = `${prefix}${command.name()}`
  if (command.commands.length === 0) yield { name, command }
  for (const inner of command.commands) yield* leaves(inner, `${name} `)
}

function formatPage(): string {
  const rows = importers.map((one) => `| [${one.title}](../../src/importers/${one.id}/README.md) | \`${one.id}\` | ${one.spec} |`)
  return `# Formats\n\nWritten by \`npm run reference\` from the register of importers. Files are recognised by their content; names count only where a format gives them meaning.\n\n| format | id | defined at |\n|---|---|---|\n${rows.join('\n')}\n`
}

import type { Command } from 'commander'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A command as a shell completes it: the words that lead to it, and what may follow. */
interface Leaf {
  readonly words: readonly string[]
  readonly about: string
  readonly subcommands: readonly string[]
  readonly options: readonly { readonly flag: string; readonly about: string; readonly takesValue: boolean; readonly values: readonly string[] }[]
}

/** The script that completes the command line in a shell. Made from the commands themselves, so it cannot fall behind them. */
export function completionScript(program: Command, shell: Shell): string {
  const leaves = leavesOf(program, [])
  if (shell === 'fish') return fishScript(leaves)
  const bash = bashScript(leaves)
  return shell === 'bash' ? bash : `autoload -U +X bashcompinit && bashcompinit\n${bash}`
}

function leavesOf(command: Command, words: readonly string[]): readonly Leaf[] {
  const options = command.options.map((one) => ({
    flag: one.long ?? one.short ?? '',
    about: one.description,
    takesValue: one.required || one.optional,
    // What an option may be is said in its description, as `terminal | json`.
    values: /^[\w-]+( \| [\w-]+)+/.exec(one.description)?.[0].split(' | ') ?? [],
  }))
  const leaf = { words, about: command.description(), subcommands: command.commands.map((one) => one.name()), options }
  return [leaf, ...command.commands.flatMap((one) => leavesOf(one, [...words, one.name()]))]
}

function bashScript(leaves: readonly Leaf[]): string {
  const cases = leaves.map(({ words, subcommands, options }) => {
    const values = options.filter((one) => one.values.length > 0).map((one) => `      ${one.flag}) words='${one.values.join(' ')}'; return ;;`)
    const files = options.filter((one) => one.takesValue && one.values.length === 0).map((one) => one.flag)
    const empty = files.length > 0 ? [`      ${files.join('|')}) words=''; return ;;`] : []
    const body = [...values, ...empty]
    const before = body.length > 0 ? `\n    case "$previous" in\n${body.join('\n')}\n    esac` : ''
    return `  '${words.join(' ')}')${before}\n    words='${[...subcommands, ...options.map((one) => one.flag), '--help'].join(' ')}' ;;`
  })
  return `# Completes deltaplan in bash: source <(deltaplan completion bash)
_deltaplan_words() {
  local path="$1" previous="$2"
  case "$path" in
${cases.join('\n')}
  esac
}
_deltaplan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path='' word words=''
  local known=' ${leaves.map((one) => one.words.join('/')).join(' ')} '
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$known" in *" \${path:+$path/}$word "*) path="\${path:+$path/}$word" ;; esac
  done
  _deltaplan_words "\${path//\\// }" "$previous"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "$current" in -*) ;; *) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
}
complete -o filenames -F _deltaplan deltaplan
`
}

/** In fish each word is told by a line of its own. */
function fishScript(leaves: readonly Leaf[]): string {
  const lines = leaves.flatMap(({ words, subcommands, options }) => {
    const here = words.length === 0 ? '__fish_use_subcommand' : words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ')
    const of = (name: string): string => leaves.find((one) => one.words.join(' ') === [...words, name].join(' '))?.about ?? ''
    return [
      ...subcommands.map((name) => `complete -c deltaplan -n '${here}' -a '${name}' -d '${quoted(of(name))}'`),
      ...options.map((one) => {
        const values = one.values.length > 0 ? ` -x -a '${one.values.join(' ')}'` : one.takesValue ? ' -r' : ''
        return `complete -c deltaplan -n '${here}' -l '${one.flag.replace(/^-+/, '')}'${values} -d '${quoted(one.about)}'`
      }),
    ]
  })
  return `# Completes deltaplan in fish: deltaplan completion fish | source\n${lines.join('\n')}\n`
}

/** Text within single quotes of fish. */
const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")

/** Programs that fetch software or models from an archive. Which archive stands behind one is for the knowledge base to say. */
const fetchers: ReadonlySet<string> = new Set(
  (
    'apt-get apt aptitude apk yum dnf microdnf tdnf zypper pacman snap flatpak brew choco winget pip pip3 pipx pipenv poetry pdm uv uvx easy_install conda mamba micromamba ' +
    'npm npx yarn pnpm bun bunx gem bundle cargo rustup go composer mvn gradle dotnet nuget dart flutter mix cpan cpanm nix nix-env nix-shell pod helm ollama hf huggingface-cli ' +
    'ansible-galaxy certbot add-apt-repository subscription-manager suseconnect install-module confluent-hub cloud-sql-proxy cloud_sql_proxy'
  ).split(' '),
)
/** Those that fetch whatever they are told to do, and those that do when they are told nothing. */
const alwaysFetch = /^(npx|bunx|uvx|mvn|certbot|cpan|cpanm|easy_install|nix-shell|add-apt-repository|suseconnect|install-module|cloud[-_]sql[-_]proxy)$/
const fetchAlone = /^(yarn|bundle)$/

const verbs =
  /^(install|add|i|in|update|upgrade|dist-upgrade|download|ci|require|pull|get|fetch|sync|restore|dlx|register|create|create-project|certonly|package|build|run|dependency:get|deps\.get|local\.hex)$/
/** Words between a program and its verb: `uv pip install`, `go mod download`, `helm repo add`. */
const parts = /^(pip|mod|tool|repo|env|collection|role|pub|profile|global|plugin)$/
/** Programs for which building and running is fetching as well. */
const buildsOrRuns = /^(cargo|nix|ollama|go|dotnet|flutter)$/
/** Flags that are verbs. */
const flagVerbs: Readonly<Record<string, RegExp>> = { pacman: /^-S[yu]*$/, 'nix-env': /^-i$/ }

/** Words in front that start another program, or belong to the shell, to a Dockerfile or to a list. */
const inFront =
  /^(?:[A-Za-z_]\w*=.*|-.*|.*:|\d+|if|then|else|elif|do|while|until|!|\{|sudo|doas|exec|env|time|nohup|nice|command|xargs|retry|timeout|sh|bash|ash|zsh|dash|eval|RUN|CMD|ENTRYPOINT)$/

/**
 * The package managers and fetchers that a line of commands calls, each with what it does: `apt-get install`, `uv pip install`, `npx`.
 * Flags and their targets are left out. Every word is looked at a few times at the most, however long the line.
 */
export function packageCommandsIn(line: string): readonly string[] {
  return line.split(/[;&|()`]+/).flatMap((command) => {
    const words = command.split(/[\s,]+/).flatMap((word) => word.replace(/^["'[{$]+|["'\]}]+$/g, '') || [])
    const start = words.findIndex((word, at) => !inFront.test(word) && !(isPython(word) && words[at + 1] === '-m'))
    const found = start < 0 ? undefined : commandOf(words.slice(start))
    return found ?? []
  })
}

const isPython = (word: string): boolean => /^(?:.*\/)?python[\d.]*$/.test(word)

function commandOf(words: readonly string[]): string | undefined {
  const program = (words[0] ?? '').replace(/^.*\//, '').toLowerCase()
  if (!fetchers.has(program)) return undefined
  const flag = flagVerbs[program]
  const flagged = flag === undefined ? undefined : words.slice(1, 4).find((word) => flag.test(word))
  if (flagged !== undefined) return `${program} ${flagged}`
  const plain = words.slice(1, 12).filter((word) => !word.startsWith('-'))
  const at = plain.slice(0, 4).findIndex((word) => verbs.test(word) && (!/^(build|run)$/.test(word) || buildsOrRuns.test(program)))
  if (at < 0) return alwaysFetch.test(program) || (fetchAlone.test(program) && plain.length === 0) ? program : undefined
  const before = at > 0 && parts.test(plain[at - 1] ?? '') ? [plain[at - 1]] : []
  const after = plain[at + 1] === 'package' ? ['package'] : []
  return [program, ...before, plain[at], ...after].join(' ')
}

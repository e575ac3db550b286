import { expect, test } from 'vitest'
import { idOf } from '#estate/claim.ts'
import { packageCommandsIn } from './package-commands.ts'
import { readScript } from './script.ts'

const read = (text: string) =>
  readScript(idOf('unit', 'test/one'), { text, at: { file: 'a.sh', pointer: '/line/1' }, state: 'active', inside: new Set(['db']) }).map((claim) =>
    claim.claim === 'link' ? `${claim.role} ${claim.to.replace(/^(host|signal):/, '')} ${claim.state}` : '',
  )

test('what is fetched is told from what is called', () => {
  expect(read('curl -fsSLo x https://files.tool.org/x')).toEqual(['runtime-download files.tool.org active'])
  expect(read('curl -s https://get.tool.org | sudo bash')).toEqual(['runtime-download get.tool.org active'])
  expect(read('curl -s https://api.partner.net/health')).toEqual(['endpoint api.partner.net active'])
  expect(read('run --server https://api.partner.net && wget https://files.tool.org/x')).toEqual([
    'runtime-download api.partner.net active',
    'runtime-download files.tool.org active',
  ])
  expect(read('git clone https://git.forge.eu/a.git')).toEqual(['runtime-download git.forge.eu active'])
})

test('comments, name spaces, services inside and files say nothing', () => {
  expect(read('# curl https://old.provider.net\n// https://old.provider.net\n  rem https://old.provider.net')).toEqual([])
  expect(read('serve # see https://docs.provider.net')).toEqual([])
  expect(read('wait-for http://db:5432 http://localhost /etc/apt/sources.list http://www.w3.org/2000/svg')).toEqual([])
})

test('a host that is met a thousand times is one claim', () => {
  expect(read('ping https://a.provider.net\n'.repeat(1000))).toEqual(['endpoint a.provider.net active'])
})

test('package managers are known where a command begins, whatever stands around them', () => {
  expect(packageCommandsIn('apt-get -y update && DEBIAN_FRONTEND=x sudo apt-get -o a=b install -y curl')).toEqual(['apt-get update', 'apt-get install'])
  expect(packageCommandsIn('RUN --mount=type=cache python3 -m pip install --no-cache-dir -r requirements.txt; uv pip install x')).toEqual(['pip install', 'uv pip install'])
  expect(packageCommandsIn('sh -c "apk add curl"')).toEqual(['apk add'])
  expect(packageCommandsIn('- [ sh, -c, "npm ci" ]')).toEqual(['npm ci'])
  expect(packageCommandsIn('run: /usr/local/bin/helm repo add x https://charts.provider.net')).toEqual(['helm repo add'])
  expect(packageCommandsIn('go mod download | tee log; dotnet add package x; ollama run llama3; npx serve; yarn; pacman -Syu x')).toEqual([
    'go mod download',
    'dotnet add package',
    'ollama run',
    'npx',
    'yarn',
    'pacman -Syu',
  ])
})

test('a package manager that is only mentioned, or does something else, fetches nothing', () => {
  for (const line of ['echo npm install', 'npm run build', 'yarn start', 'bundle exec rails server', 'apt list', 'see pip install for more', 'go test ./...']) {
    expect(packageCommandsIn(line)).toEqual([])
  }
})

test('no line is too long', () => {
  const started = ['curl '.repeat(200_000), 'apt -'.repeat(200_000), 'curl -s https://a.provider.net/x '.repeat(50_000), 'git '.repeat(200_000), '-o '.repeat(300_000)]
  expect(started.map((line) => read(line).length)).toEqual([0, 0, 1, 0, 0])
})

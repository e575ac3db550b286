import { expect, test } from 'vitest'
import { packageInAddress } from './package-address.ts'
import { plainPurl } from './purl.ts'

const purl = (address: string) => packageInAddress(address)?.purl

test.each([
  ['https://pypi.org/project/Town_Hall/2.1/', 'pkg:pypi/town-hall@2.1'],
  ['https://files.pythonhosted.org/packages/ab/cd/0123/town_hall-2.1-py3-none-any.whl', 'pkg:pypi/town-hall@2.1'],
  ['https://files.pythonhosted.org/packages/source/t/town/town-2.1.tar.gz', 'pkg:pypi/town@2.1'],
  ['https://www.npmjs.com/package/@town/hall/v/1.0.0', 'pkg:npm/%40town/hall@1.0.0'],
  ['https://registry.npmjs.org/@town/hall/-/hall-1.0.0-rc.1.tgz', 'pkg:npm/%40town/hall@1.0.0-rc.1'],
  ['https://registry.yarnpkg.com/hall/-/hall-1.0.0.tgz#0123', 'pkg:npm/hall@1.0.0'],
  ['https://repo1.maven.org/maven2/nl/town/hall/1.0/hall-1.0.jar', 'pkg:maven/nl.town/hall@1.0'],
  ['https://central.sonatype.com/artifact/nl.town/hall/1.0', 'pkg:maven/nl.town/hall@1.0'],
  ['https://rubygems.org/gems/hall/versions/1.0', 'pkg:gem/hall@1.0'],
  ['https://rubygems.org/downloads/town-hall-1.0.gem', 'pkg:gem/town-hall@1.0'],
  ['https://crates.io/crates/hall/1.0.0', 'pkg:cargo/hall@1.0.0'],
  ['https://crates.io/api/v1/crates/hall/1.0.0/download', 'pkg:cargo/hall@1.0.0'],
  ['https://static.crates.io/crates/hall/hall-1.0.0.crate', 'pkg:cargo/hall@1.0.0'],
  ['https://www.nuget.org/packages/Town.Hall/1.0.0', 'pkg:nuget/Town.Hall@1.0.0'],
  ['https://api.nuget.org/v3-flatcontainer/town.hall/1.0.0/town.hall.1.0.0.nupkg', 'pkg:nuget/town.hall@1.0.0'],
  ['https://pkg.go.dev/town.nl/hall/v2@v2.0.0', 'pkg:golang/town.nl/hall/v2@v2.0.0'],
  ['https://proxy.golang.org/town.nl/hall/@v/v1.0.0.zip', 'pkg:golang/town.nl/hall@v1.0.0'],
  ['https://packagist.org/packages/town/hall', 'pkg:composer/town/hall'],
  ['https://pub.dev/packages/hall/versions/1.0.0', 'pkg:pub/hall@1.0.0'],
  ['https://hex.pm/packages/hall/1.0.0', 'pkg:hex/hall@1.0.0'],
  ['https://huggingface.co/town/letter-sorter/tree/main', 'pkg:huggingface/town/letter-sorter'],
])('%s names %s', (address, expected) => {
  expect(purl(address)).toBe(expected)
  expect(plainPurl(expected)).toBe(expected)
})

test('a page about a package is told from the place that it is fetched from', () => {
  expect(packageInAddress('https://pypi.org/project/hall/1/')?.isPage).toBe(true)
  expect(packageInAddress('https://registry.npmjs.org/hall/-/hall-1.0.0.tgz')?.isPage).toBe(false)
})

test('addresses of other places name no package', () => {
  for (const address of [
    'https://pypi.org/user/somebody/',
    'https://github.com/town/hall',
    'https://www.town.nl/pypi.org/project/hall',
    'https://repo1.maven.org/maven2/nl/town/hall/1.0/other-1.0.jar',
    'https://huggingface.co/datasets/town/letters',
    'https://huggingface.co/town',
    'NOASSERTION',
    '',
  ])
    expect(purl(address)).toBeUndefined()
})

test('an address made to be slow is not', () => {
  const from = performance.now()
  for (const host of ['repo1.maven.org/maven2/', 'pkg.go.dev/a.b/', 'files.pythonhosted.org/packages/', 'registry.npmjs.org/a/-/'])
    for (const part of ['a/', 'a-', 'a.', '-1.', '1-1/']) purl(`https://${host}${part.repeat(390 / part.length)}!`.slice(0, 400))
  expect(performance.now() - from).toBeLessThan(1000)
})

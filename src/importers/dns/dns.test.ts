import { expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import type { Claim } from '#estate/claim.ts'
import { alone, type Beside, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { entriesOf } from './entries.ts'
import { dns } from './index.ts'
import { proofIn } from './texts.ts'
import { withoutTokens } from './zone.ts'
import { domainOf } from './zones.ts'

const fixtures = 'src/importers/dns/fixtures'
for (const name of ['smallest.zone', 'town.zone', 'broken.zone', 'dig.txt', 'host.txt', 'exported.csv']) checkImporter(dns, `${fixtures}/${name}`)

const readAs = (path: string, text: string, beside: Beside = alone) => dns.read(sourceFile(path, text), beside)
const read = (text: string) => readAs('x', text)
const start = '$ORIGIN our-town.nl.\n@ IN SOA ns1.dns-host.net. post 1 2 3 4 5\n'
const linksIn = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  claims.flatMap((claim) =>
    claim.claim === 'link' && (roles.length === 0 || roles.includes(claim.role)) ? [`${claim.from} ${claim.to}${claim.says?.['idle'] === true ? ' idle' : ''}`] : [],
  )
const zone = 'unit:dns/our-town.nl'

test('a zone is known by its content, and words that look like records are none', () => {
  const known = [
    `${start}www A 192.0.2.1`,
    'our-town.nl. 3600 IN MX 10 mx.mail-host.net.',
    '; <<>> DiG 9.18 <<>> our-town.nl mx\n;; ANSWER SECTION:\nour-town.nl. 300 MX 0 mx.mail-host.net.',
    'our-town.nl mail is handled by 10 mx.mail-host.net.',
    'our-town.nl\tmail exchanger = 10 mx.mail-host.net.',
    'name;type;ttl;value\nwww;CNAME;300;a.cdn-house.net',
  ]
  expect(known.map((text) => dns.recognises(sourceFile('x', text)))).toEqual(known.map(() => true))
  const others = [
    '',
    'Grade A beef\nBlood type A\n',
    'www A 192.0.2.1',
    '<?php\n$TTL = 3600;\n$ORIGIN = "x";\n',
    '# How to\n\nAdd this to your zone:\n\n    our-town.nl. IN MX 10 mx.mail-host.net.\n\nThen wait.\nAnd look.\nAnd wait.\n',
    'name,type,ttl,value\na,server,1,b',
    '127.0.0.1 localhost',
    'shop 3600 IN CNAME shop.cdn-house.net.', // a part that only the zone which includes it can place
    '{"name": "our-town.nl. IN A 192.0.2.1"}',
  ]
  expect(others.map((text) => dns.recognises(sourceFile('x', text)))).toEqual(others.map(() => false))
})

test('one name server is enough, and a mail host that is not there takes the mail along and leaves the names', () => {
  const { claims } = read(`${start}@ NS ns1.dns-host.net.\n@ NS ns2.dns-host.net.\n@ MX 0 mx.mail-host.net.\n`)
  expect(linksIn(claims, 'needs')).toEqual([`${zone} ${zone}/name-servers`, `${zone}/mail ${zone}`])
  expect(linksIn(claims, 'endpoint')).toEqual([
    `${zone}/name-servers host:ns1.dns-host.net`,
    `${zone}/name-servers host:ns2.dns-host.net`,
    `${zone} host:ns1.dns-host.net idle`,
    `${zone}/mail host:mx.mail-host.net`,
    `${zone} host:mx.mail-host.net idle`,
  ])
})

test('a mail host of somebody else with a higher rank keeps mail, and stands in for nothing', () => {
  const { claims } = read(`${start}@ MX 1 a.mail-host.net.\n@ MX 5 b.mail-host.net.\n@ MX 10 spool.other-host.com.\n`)
  expect(linksIn(claims, 'endpoint').filter((text) => !text.endsWith('idle'))).toEqual([`${zone}/mail/hosts host:a.mail-host.net`, `${zone}/mail/hosts host:b.mail-host.net`])
  expect(linksIn(claims, 'endpoint')).toContain(`${zone} host:spool.other-host.com idle`)
})

test('a zone that takes no mail has none', () => {
  const { claims } = read(`${start}@ MX 0 .\n`)
  expect(claims.filter((claim) => claim.claim === 'thing').map((claim) => claim.id)).toEqual([zone])
})

test('a mail host of our own is no host of others, whoever else tells of it', () => {
  const { claims } = read(`${start}@ MX 10 mail.our-town.nl.\nmail A 192.0.2.4\n`)
  expect(linksIn(claims, 'endpoint')).toEqual([`${zone} host:ns1.dns-host.net idle`])
  expect(linksIn(claims, 'needs')).toContain(`${zone}/mail host:mail.our-town.nl`)
  expect(linksIn(claims, 'domain')).toContain(`${zone} domain:mail.our-town.nl`)
})

test('only the name that leads on is lost with the host behind it', () => {
  const { claims } = read(`${start}www CNAME a.cdn-house.net.\nhome CNAME www\nkey._domainkey CNAME key.sender-house.com.\n`)
  expect(linksIn(claims, 'endpoint')).toEqual([`${zone} host:ns1.dns-host.net idle`, `${zone}/www.our-town.nl host:a.cdn-house.net`, `${zone} host:key.sender-house.com idle`])
  expect(linksIn(claims, 'needs')).toEqual([`${zone}/www.our-town.nl ${zone}`, 'host:home.our-town.nl host:www.our-town.nl'])
})

test('names are relative to the origin, keep the name before them, and may be whole without one', () => {
  const text = '$ORIGIN nl.\n$ORIGIN our-town\nwww IN CNAME a.cdn-house.net.\n    300 TXT "MS=ms1"\n$ORIGIN our-town.nl.\nshop CNAME shop.cdn-house\n'
  expect(linksIn(read(text).claims, 'domain', 'endpoint')).toEqual([
    `${zone} domain:our-town.nl`,
    `${zone}/www.our-town.nl domain:www.our-town.nl`,
    `${zone}/www.our-town.nl host:a.cdn-house.net`,
    `${zone} domain:shop.our-town.nl`,
    `${zone} domain:shop.cdn-house.our-town.nl`,
  ])
  expect(linksIn(readAs('zones/db.our-town.nl', '@ IN SOA a.dns-host.net. b 1 2 3 4 5\nwww IN CNAME a.cdn-house.net.').claims, 'domain')).toContain(
    `${zone}/www.our-town.nl domain:www.our-town.nl`,
  )
  expect(readAs('zone', '@ IN SOA a. b. 1 2 3 4 5\nwww IN A 192.0.2.1').diagnostics.map((one) => [one.code, one.line])).toEqual([
    ['unresolved', 1],
    ['nothing-inside', undefined],
  ])
})

test('what is included is read below its own origin, a missing file is told, and none includes itself', () => {
  const files: Record<string, string> = { 'zones/a.inc': 'www CNAME a.cdn-house.net.\n$INCLUDE a.inc\n$INCLUDE ../../up.inc' }
  const beside: Beside = { ...alone, file: (path) => (files[path] === undefined ? undefined : sourceFile(path, files[path])) }
  const { claims, diagnostics } = readAs('zones/x', `${start}$INCLUDE a.inc sub\n$INCLUDE b.inc\n`, beside)
  expect(linksIn(claims, 'domain')).toContain(`${zone}/www.sub.our-town.nl domain:www.sub.our-town.nl`)
  expect(claims.flatMap((claim) => claim.at).find((at) => 'line' in at && 'file' in at && at.file === 'zones/a.inc')).toMatchObject({ line: 1 })
  expect(diagnostics.map((one) => [one.code, one.values?.['what']])).toEqual([
    ['limit', 'a.inc'],
    ['missing-file', '../../up.inc'],
    ['missing-file', 'b.inc'],
  ])
})

test('a name that was only reached on the way is no zone of ours, and the chain goes on behind it', () => {
  const { claims } = read(
    '; <<>> DiG\n;www.our-town.nl. IN A\nwww.our-town.nl. 1 IN CNAME a.front-house.com.\na.front-house.com. 1 IN CNAME b.cdn-house.net.\nb.cdn-house.net. 1 IN A 192.0.2.1\n',
  )
  expect(claims.flatMap((claim) => (claim.claim === 'thing' ? [claim.id] : []))).toEqual([zone, `${zone}/www.our-town.nl`])
  expect(linksIn(claims, 'needs')).toEqual([`${zone}/www.our-town.nl ${zone}`, 'host:a.front-house.com host:b.cdn-house.net'])
})

test('reports go to the domain behind the at sign, and whoever stands before it is not copied', () => {
  const { claims } = read(`${start}_dmarc TXT "v=DMARC1; rua=mailto:jan.jansen@r.dmarc-house.eu!5m, mailto:us@our-town.nl"\n`)
  expect(linksIn(claims, 'reports-to')).toEqual([`${zone} host:r.dmarc-house.eu`])
  expect(JSON.stringify(claims)).not.toMatch(/jansen/)
})

test('of a proof only the name is kept', () => {
  const proofs = {
    'google-site-verification=abcDEF123': 'google-site-verification',
    'MS=ms12345678': 'ms',
    'docusign=1ddc2bf3-a249-4127-a351-f22dc75077d3': 'docusign',
    ZOOM_verify_GgmxWj_4QZCC: 'zoom_verify',
    'webexdomainverification.8YX6G=6e6922db': 'webexdomainverification',
    'anthropic-domain-verification-ssq6py=6YMLbUb5': 'anthropic-domain-verification',
    'amazonses:nZi4yMmejKgD3iT0h5S=': 'amazonses',
    'pardot326621=b26a7b44': 'pardot',
    'logmein-domain-confirmation 90DIFG9EE': 'logmein-domain-confirmation',
    'fastly-domain-delegation-0344411-343733': 'fastly-domain-delegation',
    'brevo-code:dda1db42': 'brevo-code',
    '_globalsign-domain-verification=4az': '_globalsign-domain-verification',
    '1password-site-verification=X': '1password-site-verification',
    'some words about nothing': undefined,
    '202005060528120ciittu4sdds51am4jnq46267': undefined,
    'k=rsa; p=MIGf': undefined,
  }
  expect(Object.keys(proofs).map(proofIn)).toEqual(Object.values(proofs))
})

test('tokens in front of a host are cut off, and what a provider names stays', () => {
  const names = [
    'x7k2m4p9q1r5t8v3w6y0z2.dkim.amazonses.com',
    '_a0b1c2d3e4f5a6b7c8d9.acm-validations.aws',
    'gv-abcdefghijklmn.dv.googlehosted.com',
    'd111111abcdef8.cloudfront.net',
    'u1234.wl.sendgrid.net',
  ]
  expect(names.map(withoutTokens)).toEqual(['dkim.amazonses.com', 'acm-validations.aws', 'dv.googlehosted.com', 'd111111abcdef8.cloudfront.net', 'u1234.wl.sendgrid.net'])
})

test('the domain that can be registered is two labels, or three below a country’s second level', () => {
  expect(['a.b.our-town.nl', 'x.our-town.co.uk', 'our-town.gov.uk', 'co.nl', 'a.co.nl', 'nl'].map(domainOf)).toEqual([
    'our-town.nl',
    'our-town.co.uk',
    'our-town.gov.uk',
    'co.nl',
    'co.nl',
    'nl',
  ])
})

test('names kept for examples are nobody’s', () => {
  const { claims } = read('example.com. 3600 IN MX 10 mx.example.net.')
  expect(claims.every((claim) => claim.state === 'placeholder')).toBe(true)
})

test('entries end at their line unless a parenthesis holds them', () => {
  const { entries, broken } = entriesOf('a ( b ; c )\n d ) "e;f" g\n\th\\;i ; j\n;k\n(l\n')
  expect(entries.map((one) => [one.line, one.indented, one.tokens.map((token) => token.text)])).toEqual([
    [1, false, ['a', 'b', 'd', 'e;f', 'g']],
    [3, true, ['h;i']],
  ])
  expect(broken).toEqual([5])
})

const many = 50_000
test.each([
  ['records', `${start}${Array.from({ length: many }, (_, at) => `h${at} 300 IN CNAME h${at}.cdn-house.net.`).join('\n')}`],
  ['parentheses that never close', `${start}${'x ( y\n'.repeat(many)}`],
  ['quotes that never close', `${start}${'x TXT "y\n'.repeat(many)}`],
  ['one line', `${start}x TXT ${'"y" '.repeat(many)}`],
  ['one long word', `${start}${'x'.repeat(10 * many)}`],
  ['one long text', `${start}@ TXT "v=spf1 ${'include:a '.repeat(6_000)}"`],
  ['backslashes', `${start}@ TXT "${'\\'.repeat(many)}`],
  ['a proof without end', `${start}@ TXT "${'a-'.repeat(30_000)}"`],
  ['dots', `${start}${'.'.repeat(many)} IN A 192.0.2.1`],
  ['phrases', 'a.our-town.nl is an alias for b.cdn-house.net.\n'.repeat(many)],
  ['blank lines', '\n'.repeat(10 * many)],
])('%s without end are read in good time', (_, text) => {
  const from = performance.now()
  const file = sourceFile('x', text)
  dns.recognises(file)
  const fragment = dns.read(file, alone)
  expect(performance.now() - from).toBeLessThan(10_000)
  expect(fragment.claims.length + fragment.diagnostics.length).toBeGreaterThan(0)
})

test('a zone handed in twice is the same zone', () => {
  const fragment = read(`${start}@ MX 0 mx.mail-host.net.\n`)
  expect(assemble([fragment, fragment])).toEqual(assemble([fragment]))
})

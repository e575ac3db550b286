import { expect, test } from 'vitest'
import { readCommand, wordsIn } from './arguments.ts'

const links = (text: string): readonly string[] =>
  readCommand('unit:a', { text, at: { file: 'a', pointer: '' }, state: 'active', inside: new Set(['db.our-town.nl']) }).claims.flatMap((claim) =>
    claim.claim === 'link' ? [`${claim.role} ${claim.to}`] : [],
  )

test('words are parted as a shell parts them', () => {
  expect(wordsIn(`run --a="b c" 'd e' --f=g`)).toEqual(['run', '--a="b c"', 'd e', '--f=g'])
})

test('the program is a sign by its name, whatever shell starts it', () => {
  for (const text of ['/cloud_sql_proxy -instances=a:b:c', 'sh -c /cloud_sql_proxy']) expect(links(text)).toContain('shows signal:argument//cloud_sql_proxy')
})

test('hosts of flags are called, except the program’s own and the estate’s', () => {
  expect(links('x --db-host=db.vendor.net --cache-host db.our-town.nl --bind-address=1.2.3.4').filter((one) => one.startsWith('endpoint'))).toEqual(['endpoint host:db.vendor.net'])
})

test('a word that can only be an address is called', () => {
  expect(links('psql -h db.vendor.net -U x').filter((one) => one.startsWith('endpoint'))).toEqual(['endpoint host:db.vendor.net'])
  expect(links('wait-for mq.vendor.net:5672 -- run a.b.json x:1 1.2.3').filter((one) => one.startsWith('endpoint'))).toEqual(['endpoint host:mq.vendor.net'])
})

test('a model that a server is told to load is named by its hub', () => {
  expect(links('serve --model town/model-7b --model-id=/models/local').filter((one) => one.startsWith('ai-model'))).toEqual(['ai-model model:town/model-7b'])
})

test('a secret among the arguments is told and not copied', () => {
  const read = readCommand('unit:a', { text: 'x --api-token=abcdef-not-real', at: { file: 'a', pointer: '' }, state: 'active', inside: new Set() })
  expect(JSON.stringify(read)).not.toContain('not-real')
  expect(read.diagnostics.map((one) => one.code)).toEqual(['secret'])
})

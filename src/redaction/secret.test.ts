import { expect, test } from 'vitest'
import { secretIn, secretInText, withoutSecrets } from './secret.ts'

test('a password by its name is a secret, and a reference to one is not', () => {
  expect(secretIn('POSTGRES_PASSWORD', 'hunter22')).toBe('password')
  expect(secretIn('dbPassword', 'hunter22')).toBe('password')
  for (const [name, value] of [
    ['POSTGRES_PASSWORD', `${'$'}{PW}`],
    ['POSTGRES_PASSWORD', ''],
    ['PASSWORD_FILE', '/run/secrets/x'],
    ['TOKEN_TTL', '3600'],
    ['MONKEY', 'banana'],
    ['DB_PASSWORD', '@Microsoft.KeyVault(SecretUri=https://x.vault.azure.net/secrets/db)'],
    ['DB_PASSWORD', 'vault:secret/data/db#password'],
    ['DB_PASSWORD', 'arn:aws:secretsmanager:eu-west-1:1:secret:db'],
    ['DB_PASSWORD', '/run/secrets/db'],
  ] as const) {
    expect(secretIn(name, value)).toBeUndefined()
  }
})

test('a key in a text is found by its form', () => {
  expect(secretInText('x AKIAIOSFODNN7EXAMPLE y')).toBe('access-key')
  expect(secretInText('postgres://app:s3cret@db/x')).toBe('connection-string')
  expect(secretInText('-----BEGIN RSA PRIVATE KEY-----')).toBe('private-key')
  expect(secretInText('just a sentence')).toBeUndefined()
})

test('what is shown has no secret in it', () => {
  expect(withoutSecrets('url postgres://app:s3cret@db/x end')).not.toContain('s3cret')
})

test('a password is known by how its name ends, and one that is still a variable is none', () => {
  expect(secretIn('WEBPASSWORD', 'something')).toBe('password')
  expect(secretIn('NEO4J_AUTH', 'user/something')).toBe('password')
  expect(secretIn('API_TOKENS', 'something')).toBe('token')
  expect(secretIn('MAX_TOKENS', '16384')).toBeUndefined()
  expect(secretInText(`postgres://user:${'$'}{PASSWORD}@host/db`)).toBeUndefined()
})

test('a name is a secret however its words are joined', () => {
  for (const name of ['app.api-key', 'API KEY', 'apiKey', 'requirepass', 'NGROK_AUTHTOKEN', 'DB_PW', 'oauth/client-secret', 'NEW_RELIC_LICENSE_KEY', 'AUTH_SALT', 'clientsecret']) {
    expect(secretIn(name, 'something-long')).toBeDefined()
  }
  for (const name of ['PROXY_BYPASS', 'compass', 'tokenizer', 'secret-name', 'keyboard', 'PWA_URL', 'passenger', 'saltire', 'max-tokens'])
    expect(secretIn(name, 'something-long')).toBeUndefined()
})

test('no text is too long to be searched', () => {
  for (const text of ['eyJ-', 'sk-', 'ghp_', 'glpat-', 'a://b:', '-----BEGIN A ', 'Password', 'xoxb-'].map((part) => part.repeat(100_000)))
    expect(typeof secretInText(text)).not.toBe('number')
})

/** Classes of secrets that we recognise. The word is for the finding; the secret itself is never kept. */
export type SecretClass = 'password' | 'token' | 'private-key' | 'access-key' | 'connection-string'

/** Words that make a secret of a name, standing alone between underscores. */
const names =
  /(^|_)(pass(words?|wd|phrase)?|pwd?|secrets?(_?keys?)?|secret_?access_?key|token|(?<!(?:max|min|num|total|count|limit|prompt|completion|output|input|context)_)tokens|api_?keys?|auth_?key|access_?key(_?id)?|(private|signing|encryption|master|account|storage|shared|licen[cs]e|app)_?key|credentials?|client_?secret|sas(_token)?|bearer|salt)(_|$)/i
/** The same at the end of a longer word: `PGPASSWORD`, `requirepass`, `NGROK_AUTHTOKEN`. */
const endings = /(password|passwd|passphrase|secret|token|(?:api|auth|access|secret|private)key|(?<!by|com|sur|tres|over|under)pass)$/i
/** Names that end like a secret and hold a reference, a file or a flag instead. */
const references =
  /(_file|_path|_dir|_name|_ref|_url|_uri|_endpoint|_enabled|_length|_ttl|_expiry|_expiration|_type|_alg(orithm)?|_rotation|_policy|_arn|_version|_header|_pub|_public)$/i
/** Values that say where a secret lies: a store, a parameter, a file that is put there at the start, a text that is encrypted in place. */
const elsewhere =
  /^(@Microsoft\.(KeyVault|AppConfiguration)\(|(vault|ssm|sm|gsm|akv|azurekeyvault|awssm|awsps|op|bao|keeper|doppler|ref\+\w+|secretsmanager|secretref|kms):|arn:aws[\w-]*:(secretsmanager|ssm):|projects\/[^/\s]+\/secrets\/|\{\{\s*(resolve:|with\b|secret\b)|\/run\/secrets\/|\/(etc|mnt|var|vault|secrets)\/|ENC\[|\{cipher\}|AgB[\w+/=]{40})/i
/** `NEO4J_AUTH=user/password`: an account and its password in one. */
const pairName = /(^|_)auth$/i
const pairValue = /^[^\s/:]+[/:][^\s/:]+$/
const values: readonly (readonly [SecretClass, RegExp])[] = [
  ['private-key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['access-key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    'token',
    /\bgh[pousr]_[A-Za-z0-9]{30,}\b|\bglpat-[\w-]{20,}\b|\bxox[abprs]-[\w-]{10,}\b|\bhooks\.slack\.com\/services\/T\w+\/B\w+\/\w+|\bsk-[A-Za-z0-9_-]{20,}\b|(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/,
  ],
  ['connection-string', /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@'"]{1,300}:(?![$<{%])[^\s/@'"]{1,300}@|\b(?:Password|Pwd|AccountKey|SharedAccessKey)=[^;\s]+/i],
]

/**
 * What kind of secret a named value is, if it looks like one. An empty value, a variable, and a value that names where the
 * secret lies are none.
 */
export function secretIn(name: string, value: string): SecretClass | undefined {
  const plain = value.trim()
  if (plain === '' || elsewhere.test(plain) || /^(\$\{?[\w:.-]+\}?|\$\(\w+\)|true|false|null|none|<.*>|\d{1,4})$/i.test(plain)) return undefined
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_')
  if ((names.test(spaced) || endings.test(spaced)) && !references.test(spaced)) return /token|bearer|sas/i.test(spaced) ? 'token' : /key/i.test(spaced) ? 'access-key' : 'password'
  return pairName.test(spaced) && pairValue.test(plain) ? 'password' : secretInText(plain)
}

/** What kind of secret stands somewhere in a text. */
export const secretInText = (text: string): SecretClass | undefined => values.find(([, pattern]) => pattern.test(text))?.[0]

/** A text fit to be shown: whatever looks like a secret is cut out. */
export function withoutSecrets(text: string): string {
  return values.reduce((left, [, pattern]) => left.replace(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`), '…'), text)
}

import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole number',
  boolean: 'true | false',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
}

/**
 * What a form asks for at the place of an issue, in plain words; never a word of what was found. The library's own wording is for
 * those who write forms, not for those who fill them in.
 */
export function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.map(String).join(' | ')
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map((one) => expectedOf(one))))].join(' | ')
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'id'
    case 'invalid_format':
      return formatOf(issue)
    case 'too_small':
      return issue.origin === 'string' ? 'text' : bound(issue.origin, issue.inclusive === false ? `more than ${issue.minimum}` : `${issue.minimum} or more`)
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? `less than ${issue.maximum}` : `${issue.maximum} or less`)
    default:
      return issue.message
  }
}

/** Of a choice of forms that all fail, the faults against the form that comes nearest. */
export function nearestForm(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.filter((branch) => !branch.some((one) => one.path.length === 0 && one.code !== 'unrecognized_keys'))
  const nearest = branches.toSorted((a, b) => a.length - b.length)[0]
  // Where every form asks for something else altogether, the choice itself is what was expected.
  if (!nearest) return [issue]
  return nearest.flatMap((one) => nearestForm({ ...one, path: [...issue.path, ...one.path] }))
}

const bound = (origin: string, limit: string): string => (origin === 'array' ? `list of ${limit}` : limit)

/** A form of text with words of its own is told in them; an address and a bare pattern have none. */
function formatOf(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  if (issue.format === 'url') return 'address as https://example.org/page'
  return issue.message.startsWith('Invalid') && issue.pattern !== undefined ? `text of the form ${issue.pattern}` : issue.message
}

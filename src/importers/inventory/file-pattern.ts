/**
 * Whether a path fits a pattern: `*` stands for anything within a name, `**` for any folders, `?` for one sign. A pattern without a
 * slash is the name of a file in any folder. Capitals do not count. Walked from left to right and never back further than the last star.
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const plain = pattern
    .trim()
    .toLowerCase()
    .replace(/^\.?\//, '')
  const whole = path.toLowerCase()
  return plain.includes('/') ? fits(whole, plain.replaceAll('**/', '**'), true) : fits(whole.slice(whole.lastIndexOf('/') + 1), plain, false)
}

function fits(text: string, pattern: string, hasFolders: boolean): boolean {
  let [at, wanted] = [0, 0]
  let star = -1
  let from = 0
  let deep = false
  while (at < text.length) {
    const sign = pattern[wanted]
    if (sign === '*') {
      deep = hasFolders && pattern[wanted + 1] === '*'
      wanted += deep ? 2 : 1
      star = wanted
      from = at
    } else if (sign === text[at] || (sign === '?' && text[at] !== '/')) {
      at++
      wanted++
    } else if (star >= 0 && (deep || text[from] !== '/')) {
      from++
      at = from
      wanted = star
    } else return false
  }
  while (pattern[wanted] === '*') wanted++
  return wanted === pattern.length
}

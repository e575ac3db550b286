/** Whether a place in JSON text stands directly in the outermost object, or as many levels further in as is asked. */
export function isAtDepth(text: string, place: number, wanted = 1): boolean {
  let depth = 0
  for (let at = 0; at < place; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      for (at++; at < place && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++
    } else if (code === 123 || code === 91) depth++
    else if (code === 125 || code === 93) depth--
  }
  return depth === wanted
}

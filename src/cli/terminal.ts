/** Colours and width only where a person looks at a terminal; 80 columns without colour everywhere else. */
export function terminalOf(out: string): { readonly width: number; readonly colour: boolean } {
  const person = out === '-' && process.stdout.isTTY === true
  return { width: person ? Math.max(60, Math.min(process.stdout.columns ?? 80, 120)) : 80, colour: person && process.env['NO_COLOR'] === undefined }
}

/**
 * What is wrong with a model, or not understood, and where. The rest of the model is read all the same.
 *
 * - `xml`, `too-deep`: the text itself is broken, or nests beyond sense · `not-open-psa`: another kind of XML
 * - `unsupported`: an element or operator that is not read · `missing-attribute` · `bad-value`: a value that its place does not allow
 * - `redefined`: the first definition stands · `undefined`: taken for an event of unknown probability · `duplicate-child`
 * - `gate`: a formula with the wrong number of children or a threshold that cannot be met · `cycle`: a gate or parameter that leads back to itself
 * - `probability`: outside [0, 1], taken as unknown · `units`: times in units that differ · `group`: a common cause group that cannot be used
 */
export interface OpenPsaDiagnostic {
  readonly code:
    | 'xml'
    | 'too-deep'
    | 'not-open-psa'
    | 'unsupported'
    | 'missing-attribute'
    | 'bad-value'
    | 'redefined'
    | 'undefined'
    | 'duplicate-child'
    | 'gate'
    | 'cycle'
    | 'probability'
    | 'units'
    | 'group'
  readonly severity: 'error' | 'warning'
  readonly line: number
  readonly column: number
  readonly values: Readonly<Record<string, string>>
}

export type Told = (diagnostic: OpenPsaDiagnostic) => void

type Place = { readonly line: number; readonly column: number }

/** Tells of something at a place of the text. */
export const tell = (told: Told, place: Place, code: OpenPsaDiagnostic['code'], values: OpenPsaDiagnostic['values'], severity: OpenPsaDiagnostic['severity'] = 'error'): void =>
  told({ code, severity, line: place.line, column: place.column, values })

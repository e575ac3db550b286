import type { Assessment } from '#assessment/assessment.ts'
import type { Language } from '#words/say.ts'

/** What the one who asks may choose. `width` and `colour` matter where text is shown in a terminal and nowhere else. */
export interface RenderOptions {
  readonly language: Language
  /** Columns of text; 80 when left out. */
  readonly width?: number
  readonly colour?: boolean
}

/** One way to show an assessment. It words and arranges; it computes nothing, and it knows no analysis by name. */
export interface Report {
  readonly id: string
  /** Of the file it makes, with its dot. */
  readonly extension: string
  /** Set where what is rendered is the source of a document that an engine has to set first. */
  readonly setBy?: 'typst'
  render(assessment: Assessment, options: RenderOptions): string
}

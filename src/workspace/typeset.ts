/** What sets a document could not be found on this machine. */
export class NoTypesetter extends Error {
  /** The package that is missing. */
  readonly wanted = '@myriaddreamin/typst-ts-node-compiler'
}

/**
 * Sets a document of Typst as PDF/UA-1.
 *
 * @param source the document
 * @param asOf the day it bears, as an ISO date: the same source and day give the same bytes
 * @throws NoTypesetter where the optional compiler is not installed
 */
export async function typesetPdf(source: string, asOf: string): Promise<Uint8Array> {
  const { NodeCompiler } = await compiler()
  return NodeCompiler.create().pdf({ mainFileContent: source }, { pdfStandard: 'ua-1', creationTimestamp: Date.parse(`${asOf}T00:00:00Z`) / 1000 })
}

async function compiler(): Promise<typeof import('@myriaddreamin/typst-ts-node-compiler')> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch (fault) {
    throw new NoTypesetter('PDF wants the optional package @myriaddreamin/typst-ts-node-compiler, which is not installed here', { cause: fault })
  }
}

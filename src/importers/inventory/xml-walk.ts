import { SaxesParser } from 'saxes'

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** No part of a workbook nests deeper. */
const deepest = 200

/**
 * Walks through XML in pieces. Names are told without their prefix, since writers choose those as they like. A fault ends the walk;
 * what came before was told.
 *
 * @returns whether all of it was sound
 */
export function walkXml(pieces: readonly Uint8Array[], events: XmlEvents): boolean {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const decoder = new TextDecoder('utf-8')
  let [sound, depth] = [true, 0]
  parser.on('error', () => {
    sound = false
  })
  parser.on('opentag', (tag) => {
    depth++
    if (depth > deepest) sound = false
    else if (sound) events.open(localName(tag.name), tag.attributes as Readonly<Record<string, string>>)
  })
  parser.on('closetag', (tag) => {
    depth--
    if (sound) events.close(localName(tag.name))
  })
  parser.on('text', (text) => {
    if (sound) events.text(text)
  })
  for (const piece of pieces) {
    if (!sound) return false
    parser.write(decoder.decode(piece, { stream: true }))
  }
  if (sound) parser.close()
  return sound
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

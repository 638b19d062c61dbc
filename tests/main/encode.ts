/** Writing the encodings that Node only reads, by turning its decoder round. */
function reverseTable(encoding: string): Map<string, number> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    try {
      table.set(decoder.decode(Uint8Array.of(byte)), byte)
    } catch {
      // A byte that means nothing has no character.
    }
  }
  return table
}

const tables = {
  'windows-1256': reverseTable('windows-1256'),
  'iso-8859-6': reverseTable('iso-8859-6'),
}
export type SingleByteName = keyof typeof tables

export const repertoire = (encoding: SingleByteName): string[] => [...tables[encoding].keys()]

export function encodeSingleByte(text: string, encoding: SingleByteName): Buffer {
  return Buffer.from(
    [...text].map(character => {
      const byte = tables[encoding].get(character)
      if (byte === undefined) throw new Error(`${encoding} has no ${character}`)
      return byte
    }),
  )
}

/** ISO-8859-6 has no «» and no long dash; its users typed these. */
export const asTypedInIso = (text: string): string => text.replace(/[«»]/g, '"').replace(/–/g, '-')

export const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

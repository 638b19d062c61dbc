/** What a file may be read as, by the names the main side knows; `auto` goes by the bytes. */
export const encodings = ['utf-8', 'utf-16', 'windows-1256', 'iso-8859-6'] as const
export type EncodingChoice = 'auto' | (typeof encodings)[number]

const printedNames: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16': 'UTF-16',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1256': 'Windows-1256',
  'iso-8859-6': 'ISO-8859-6',
}

export const encodingName = (encoding: string) => printedNames[encoding] ?? encoding

/** The encodings Isnad reads. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-6'

/** What a person may ask for: `utf-16` goes by the byte order mark, `auto` by the bytes. */
export type EncodingChoice = Encoding | 'utf-16' | 'auto'

/** Names as written in files and on command lines, without case and punctuation (WHATWG labels and common slips). */
const names: Record<EncodingChoice, readonly string[]> = {
  auto: ['auto'],
  'utf-8': ['utf8', 'utf8sig', 'utf8bom', 'unicode11utf8', 'usascii', 'ascii'],
  'utf-16': ['utf16', 'unicode', 'ucs2'],
  'utf-16le': ['utf16le', 'ucs2le'],
  'utf-16be': ['utf16be', 'ucs2be', 'unicodefffe'],
  'windows-1256': ['windows1256', 'cp1256', 'xcp1256', 'win1256', 'ms1256', '1256', 'msarab'],
  'iso-8859-6': [
    'iso88596',
    'iso88596i',
    'iso88596e',
    'iso885961987',
    '88596',
    'isoir127',
    'arabic',
    'csisolatinarabic',
    'ecma114',
    'asmo708',
  ],
}

const choices = new Map(
  (Object.keys(names) as EncodingChoice[]).flatMap(choice =>
    names[choice].map(name => [name, choice] as const),
  ),
)

export function encodingNamed(name: string): EncodingChoice | undefined {
  return choices.get(name.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

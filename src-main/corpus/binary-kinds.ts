/** What files begin with that are not text, by their first bytes (hexadecimal; `..` is any byte). */
const signatures: readonly (readonly [begins: string, kind: string])[] = [
  ['89504e470d0a1a0a', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['474946383761', 'GIF'],
  ['474946383961', 'GIF'],
  ['255044462d', 'PDF'],
  ['504b0304', 'ZIP'],
  ['504b0506', 'ZIP'],
  ['d0cf11e0a1b11ae1', 'DOC (Office 97)'],
  ['7b5c727466', 'RTF'],
  ['7f454c46', 'ELF'],
  ['1f8b08', 'GZIP'],
  ['425a683.314159', 'BZIP2'],
  ['fd377a585a00', 'XZ'],
  ['28b52ffd', 'ZSTD'],
  ['377abcaf271c', '7Z'],
  ['526172211a07', 'RAR'],
  ['53514c69746520666f726d6174203300', 'SQLite'],
  ['52494646........57454250', 'WEBP'],
  ['52494646........57415645', 'WAV'],
  ['........66747970', 'MP4'],
  ['4944330[2-4]', 'MP3'],
  ['4f676753', 'OGG'],
  ['49492a00', 'TIFF'],
  ['4d4d002a', 'TIFF'],
  ['00000100', 'ICO'],
  ['0061736d', 'WebAssembly'],
  ['4d5a..00', 'EXE'],
  ['cafebabe', 'Java class'],
  ['62706c697374', 'property list'],
  ['774f4646', 'WOFF'],
  ['774f4632', 'WOFF'],
  ['fffe0000', 'UTF-32'],
  ['0000feff', 'UTF-32'],
]

const patterns = signatures.map(([begins, kind]) => ({ begins: new RegExp(`^${begins}`), kind }))

/** Folders that tell an office document from a plain archive. */
const insideZip: readonly (readonly [part: string, kind: string])[] = [
  ['word/', 'DOCX'],
  ['xl/', 'XLSX'],
  ['ppt/', 'PPTX'],
  ['application/epub+zip', 'EPUB'],
  ['application/vnd.oasis.opendocument.text', 'ODT'],
]

/** What a file is that begins like none of our texts. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const kind = patterns.find(pattern => pattern.begins.test(begins))?.kind
  if (kind !== 'ZIP') return kind
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  return insideZip.find(([part]) => head.includes(part))?.[1] ?? kind
}

const isControl = (unit: number) => unit < 9 || (unit > 13 && unit < 32) || unit === 127

/** The first control character that no text has: tab, line ends, vertical tab and form feed are allowed. */
export function firstControl(text: string): number | undefined {
  for (let at = 0; at < text.length; at++) if (isControl(text.charCodeAt(at))) return at
  return undefined
}

export const hasControlBytes = (bytes: Uint8Array) => bytes.some(isControl)

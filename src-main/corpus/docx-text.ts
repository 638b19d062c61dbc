import { appError } from '../app-error.ts'
import { binaryKind } from './binary-kinds.ts'
import { unpackChecked } from './unpack-checked.ts'

/** An encrypted document is an old compound file around the real one, which has this name in it, in UTF-16. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** The words of a Word document, a paragraph a line. Whatever is wrong with the file is an expected failure of it. */
export async function docxText(file: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw appError('empty-file', { file })
  const kind = binaryKind(bytes)
  if (kind?.startsWith('DOC ') && Buffer.from(bytes).includes(encryptedPackage))
    throw appError('encrypted-file', { file })
  if (kind !== 'DOCX' && kind !== 'ZIP')
    throw appError('not-text', { file, looksLike: kind ?? 'no Word document' })
  const names = await unpackChecked(file, bytes)
  if (!names.includes('word/document.xml'))
    throw appError('not-text', { file, looksLike: kind === 'DOCX' ? 'damaged DOCX' : 'ZIP' })
  // Loaded when the first such file is read: most projects never have one.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    return value
  } catch (error) {
    throw appError('damaged-file', { file, detail: (error as Error).message.slice(0, 200) })
  }
}

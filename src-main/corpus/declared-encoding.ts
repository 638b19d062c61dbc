import { type EncodingChoice, encodingNamed } from './encoding-names.ts'

/** HTML asks for the declaration within 1,024 bytes; real pages put it a little later. */
const searched = 8192

/** What a page says of its own encoding: `<meta charset>`, `http-equiv`, or an XML declaration. */
export function declaredEncoding(bytes: Uint8Array): EncodingChoice | undefined {
  const head = Buffer.from(bytes.subarray(0, searched))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '')
  const name =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1] ??
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1]
  const declared = name === undefined ? undefined : encodingNamed(name)
  // A declaration that can be read as ASCII is not in UTF-16, whatever it says (HTML Standard, 13.2.3.2).
  if (declared?.startsWith('utf-16')) return 'utf-8'
  return declared === 'auto' ? undefined : declared
}

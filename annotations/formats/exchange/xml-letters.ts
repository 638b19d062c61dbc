/** What XML 1.0 cannot carry, whatever is done (Char, section 2.2), and DEL to APC, which it discourages; each is one UTF-16 unit. */
const outside = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u
const everyOutside = new RegExp(outside.source, 'gu')

export const hasControls = (text: string) => outside.test(text)
/** The same text, as long as before, with U+FFFD in their places. */
export const withoutControls = (text: string) => text.replace(everyOutside, '\ufffd')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text between tags; a carriage return would be read as a line end. */
export const xmlText = (text: string) =>
  withoutControls(text).replace(/[&<>\r]/g, letter => entities[letter] ?? '&#13;')

/** Text in quotes; white space but the space would be read as one. */
const xmlValue = (text: string) =>
  withoutControls(text).replace(
    /[&<>"\t\n\r]/g,
    letter => entities[letter] ?? `&#${letter.charCodeAt(0)};`,
  )

/** ` name="value"`, or nothing where there is no value. */
export const xmlAttribute = (name: string, value: string | number | boolean | undefined) =>
  value === undefined ? '' : ` ${name}="${xmlValue(String(value))}"`

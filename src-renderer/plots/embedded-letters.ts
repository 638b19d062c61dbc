import { ownFile } from '../bridge.ts'

async function asData(url: string): Promise<string> {
  let letters = ''
  for (const byte of await ownFile(url)) letters += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(letters)}`
}

/** The page's own rules for a family, with where each was read. */
function facesOf(family: string): { style: CSSStyleDeclaration; base: string }[] {
  return [...document.styleSheets].flatMap(sheet =>
    [...sheet.cssRules].flatMap(rule => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const own = rule.style.getPropertyValue('font-family').replace(/["']/g, '')
      return own === family ? [{ style: rule.style, base: sheet.href ?? document.baseURI }] : []
    }),
  )
}

/**
 * The letters of a family as a style that a picture carries with it: a picture knows nothing of the page's fonts, and in
 * other letters its words are longer than the room they were given.
 */
export async function embeddedLetters(family: string): Promise<string> {
  const faces = facesOf(family).map(async ({ style, base }) => {
    const [, url] = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(style.getPropertyValue('src')) ?? []
    if (url === undefined) return ''
    const range = style.getPropertyValue('unicode-range')
    return [
      `@font-face{font-family:"${family}"`,
      `font-weight:${style.getPropertyValue('font-weight')}`,
      ...(range ? [`unicode-range:${range}`] : []),
      `src:url(${await asData(new URL(url, base).href)}) format("woff2")}`,
    ].join(';')
  })
  return (await Promise.all(faces)).join('')
}

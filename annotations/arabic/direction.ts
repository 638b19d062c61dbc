const strong = /[\p{L}]/u
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** The direction of a text's first letter (UAX 9, P2 in short); undefined where it has none. */
export function directionOf(text: string): 'rtl' | 'ltr' | undefined {
  const first = strong.exec(text)?.[0]
  if (first === undefined) return undefined
  return rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/** Digits of the Arabic and the Persian script as ASCII ones; everything else as it is. As long as the text. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit =>
    String.fromCharCode(0x30 + (digit.charCodeAt(0) & 0xf)),
  )
}

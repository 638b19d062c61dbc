import type { Decoded } from './decoded.ts'

export type SingleByte = 'windows-1256' | 'iso-8859-6'

/** What no byte means. */
const undefinedByte = '\ufffd'

/** The C1 controls, which ISO 8859 leaves where they are. */
const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, at) => 0x80 + at))

/**
 * Bytes 80 to FF, sixteen a row, as the WHATWG Encoding Standard has them. Written out because an Electron or Node
 * built with less of ICU has no decoder for them; a test holds them against one that has.
 */
const upperHalf: Record<SingleByte, string> = {
  'windows-1256': [
    '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈ',
    'گ‘’“”•–—ک™ڑ›œ\u200c\u200dں',
    '\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯',
    '°±²³´µ¶·¸¹؛»¼½¾؟',
    'ہءآأؤإئابةتثجحخد',
    'ذرزسشصض×طظعغـفقك',
    'àلâمنهوçèéêëىيîï',
    '\u064b\u064c\u064d\u064eô\u064f\u0650÷\u0651ù\u0652ûü\u200e\u200fے',
  ].join(''),
  'iso-8859-6': [
    controls,
    '\u00a0\ufffd\ufffd\ufffd¤\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd،\u00ad\ufffd\ufffd',
    '\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd؛\ufffd\ufffd\ufffd؟',
    '\ufffdءآأؤإئابةتثجحخد',
    'ذرزسشصضطظعغ\ufffd\ufffd\ufffd\ufffd\ufffd',
    'ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f',
    '\u0650\u0651\u0652\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd',
  ].join(''),
}

/** All 256 bytes in UTF-16 units. */
function tableOf(encoding: SingleByte): Uint16Array {
  const upper = upperHalf[encoding]
  return Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80),
  )
}

const tables: Record<SingleByte, Uint16Array> = {
  'windows-1256': tableOf('windows-1256'),
  'iso-8859-6': tableOf('iso-8859-6'),
}

/** The reading of bytes with U+FFFD where one means nothing: to weigh, never to keep. */
export function readSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  const table = tables[encoding]
  const units = new Uint16Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) units[at] = table[bytes[at] ?? 0] ?? 0
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units)
}

export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByte): Decoded {
  const text = readSingleByte(bytes, encoding)
  const byte = text.indexOf(undefinedByte)
  return byte === -1 ? { kind: 'text', text } : { kind: 'bad-byte', byte }
}

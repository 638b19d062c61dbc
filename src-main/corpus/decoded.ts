/** Bytes read under one encoding: the text, or the first byte (0-based, in the bytes given) that is none of it. */
export type Decoded = { kind: 'text'; text: string } | { kind: 'bad-byte'; byte: number }

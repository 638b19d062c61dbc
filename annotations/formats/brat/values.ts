/** A value must stay on its line; what would leave it is written as in an address. */
export const encodeValue = (value: string) =>
  value.replace(/[%\t\n\r]|^ | $/g, letter => encodeURIComponent(letter))

const written: Record<string, string> = { '25': '%', '09': '\t', '0A': '\n', '0D': '\r', '20': ' ' }

export const decodeValue = (value: string) =>
  value.replace(/%(25|09|0A|0D|20)/g, (all, code: string) => written[code] ?? all)

/** Type names of brat are Latin letters, digits, `_` and `-`. */
export const typeName = (name: string) => name.replace(/[^A-Za-z0-9_-]/g, '_')

/** Under which name a control of this type keeps its value. */
export const valueName = (value: Readonly<Record<string, unknown>>, type: unknown): string => {
  const name = type === 'textarea' || typeof type !== 'string' ? 'text' : type
  return value[name] === undefined ? 'text' : name
}

/** What a control of a region says: a choice, a text, a number, whatever there is one of. */
export function saidBy(value: Readonly<Record<string, unknown>>, type: unknown): unknown {
  const said = typeof type === 'string' ? value[valueName(value, type)] : undefined
  if (!Array.isArray(said)) return said
  return said.length === 1 ? said[0] : said.join('، ')
}

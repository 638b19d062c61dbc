/**
 * An Arabic name as what something is tagged *as*: «وُسم فاعلًا». The head of a phrase takes a plain fatha (لفظَ إسناد),
 * a word alone its tanween: none is written with an alef after ة, اء or ى.
 */
export function accusative(name: string): string {
  const [head = '', ...rest] = name.split(' ')
  if (rest.length > 0) return head.startsWith('ال') ? name : [`${head}َ`, ...rest].join(' ')
  if (head.startsWith('ال') || /[\u064b-\u0652]$/.test(head)) return name
  if (/(ة|اء|أ)$/.test(head)) return `${head}ً`
  if (/[ىا]$/.test(head)) return head
  return `${head}ًا`
}

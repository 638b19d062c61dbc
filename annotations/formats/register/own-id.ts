import { fold } from '../../arabic/fold.ts'
import { actorId } from '../../model/actor.ts'

/** FNV-1a over UTF-16 units, 32 bits: the same name has the same id wherever it is read. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

/** An id for what has none: its Latin name, or else made of its Arabic one. Free of those that are taken. */
export function ownId(
  names: readonly (string | undefined)[],
  taken: (id: string) => boolean,
): string {
  const latin = names
    .map(name =>
      fold(name ?? '')
        .folded.replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40),
    )
    .find(name => /[a-z]/.test(name) && actorId.safeParse(name.replace(/-+$/, '')).success)
  const wish = latin?.replace(/-+$/, '') ?? `a-${hashOf(fold(names.join(' ')).folded)}`
  let id = wish
  for (let n = 2; taken(id); n++) id = `${wish}-${n}`
  return id
}

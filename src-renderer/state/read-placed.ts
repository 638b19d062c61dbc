import type { Output } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { call } from '../bridge.ts'

type Asked = { project: string; documentId: string; annotator: string }

/** Ask for the file of a set, and then place it in its text: the very thing `sets.read` does, on this side of the wire. */
export function askForSet(asked: Asked) {
  const reading = call('sets.file', asked)
  let here = false
  reading.then(() => {
    here = true
  })

  async function placedIn({ text, textDigest }: Document): Promise<Result<Output<'sets.read'>>> {
    const { documentId, annotator } = asked
    const bytes = await reading
    if (!bytes.ok) return bytes
    if (bytes.value.byteLength === 0)
      return { ok: true, value: placeSet(text, emptySet(documentId, textDigest, annotator)) }
    const parsed = storedSet.parse(new TextDecoder().decode(bytes.value))
    if (parsed.ok && parsed.value.documentId === documentId && parsed.value.annotator === annotator)
      return { ok: true, value: placeSet(text, parsed.value) }
    // The main side says by name what is wrong with the file.
    return call('sets.read', asked)
  }

  return { isHere: () => here, placedIn }
}

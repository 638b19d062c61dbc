import type { Output } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { call } from '../bridge.ts'

export type AskedSet = { project: string; documentId: string; annotator: string }

/** Ask for the file of a set, and then place it in its text: the very thing `sets.read` does, on this side of the wire. */
export function askForSet(asked: AskedSet) {
  const { documentId, annotator } = asked
  // Taken apart as soon as it is here, whether or not its text is.
  const reading = call('sets.file', asked).then(bytes => {
    if (!bytes.ok || bytes.value.byteLength === 0) return { bytes, parsed: undefined }
    return { bytes, parsed: storedSet.parse(new TextDecoder().decode(bytes.value)) }
  })

  /** Is it here, or will it be within so many milliseconds? */
  const isHereIn = (ms: number) =>
    Promise.race([
      reading.then(() => true),
      new Promise<boolean>(resolve => setTimeout(() => resolve(false), ms)),
    ])

  async function placedIn({ text, textDigest }: Document): Promise<Result<Output<'sets.read'>>> {
    const { bytes, parsed } = await reading
    if (!bytes.ok) return bytes
    if (!parsed)
      return { ok: true, value: placeSet(text, emptySet(documentId, textDigest, annotator)) }
    if (parsed.ok && parsed.value.documentId === documentId && parsed.value.annotator === annotator)
      return { ok: true, value: placeSet(text, parsed.value) }
    // The main side says by name what is wrong with the file.
    return call('sets.read', asked)
  }

  return { isHereIn, placedIn }
}

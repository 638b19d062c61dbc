import {
  type GuidelineVersion,
  guidelineId,
  inOrderOfPublication,
} from '../../annotations/model/guideline-version.ts'
import { storedGuideline } from '../../annotations/model/stored-people.ts'
import { digestOf } from './document-store.ts'
import { writeStored } from './json-file.ts'
import type { ProjectPaths } from './paths.ts'
import { recordsIn } from './record-folder.ts'

export type GuidelineStore = ReturnType<typeof guidelineStore>

/** The versions of a project's guideline, a file each; written once and never changed. */
export function guidelineStore(paths: ProjectPaths) {
  let known: Promise<GuidelineVersion[]> | undefined

  const read = async () =>
    inOrderOfPublication(
      (
        await recordsIn(
          paths.guidelines,
          storedGuideline,
          stem => guidelineId.safeParse(stem).success,
        )
      ).records,
    )

  /** The oldest first. */
  function all(): Promise<GuidelineVersion[]> {
    known ??= read()
    return known
  }

  /** The newest, which holds now. */
  const current = async () => (await all()).at(-1)

  /** What says the same as the version that holds is no other. */
  async function publish(
    version: Omit<GuidelineVersion, 'id' | 'from'>,
  ): Promise<GuidelineVersion[]> {
    const before = await current()
    const says = JSON.stringify([version.text, version.labels])
    if (before && JSON.stringify([before.text, before.labels]) === says) return all()
    const id = digestOf(`${before?.id ?? ''} ${says}`).slice(
      'sha256:'.length,
      'sha256:'.length + 16,
    )
    const made = { id, ...version, ...(before && { from: before.id }) }
    await writeStored(paths.guideline(id), storedGuideline, made)
    known = undefined
    return all()
  }

  return { all, current, publish }
}

import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { GuidelineVersion } from '../../annotations/model/guideline-version.ts'
import { call } from '../bridge.ts'
import { announce, fail, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'

export type GoldExample = Output<'guidelines.examples'>['examples'][number]

/** How many sentences of the gold set are shown of a label. */
const mostExamples = 3

/** The project's guideline: its versions, the text as it is written, and what the gold set shows of each label. */
export function useGuideline() {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const by = useSession(session => session.annotator)
  const [versions, setVersions] = useState<GuidelineVersion[]>([])
  const [examples, setExamples] = useState<GoldExample[]>([])
  const [text, setText] = useState({ ar: '', en: '' })

  useEffect(() => {
    if (project === undefined) return
    void call('guidelines.list', { project }).then(listed => {
      if (!listed.ok) return fail(listed.failure)
      setVersions(listed.value.versions)
      setText(listed.value.versions.at(-1)?.text ?? { ar: '', en: '' })
    })
    void call('guidelines.examples', { project, limit: mostExamples }).then(
      found => found.ok && setExamples(found.value.examples),
    )
  }, [project])

  /** Whether the text was published; why it could not be is said. */
  async function publish(note: string): Promise<boolean> {
    if (project === undefined) return false
    const published = await call('guidelines.publish', { project, by, text, note })
    if (!published.ok) {
      fail(published.failure)
      return false
    }
    const isNew = published.value.versions.length > versions.length
    announce(say(isNew ? 'guide.published' : 'guide.same'))
    setVersions(published.value.versions)
    return true
  }

  return { versions, examples, text, setText, publish }
}

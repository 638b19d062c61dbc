import { useEffect, useState } from 'react'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ExportPreview } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'

type Question = Omit<Asked<'export.preview'>, 'job'>

/** What an export would lose and how it begins, asked again whenever the question changes. */
export function useExportPreview({ project, format, annotators, offsets, furniture }: Question) {
  const [answer, setAnswer] = useState<ExportPreview>()
  const [failure, setFailure] = useState<Failure>()
  const whose = annotators === 'all' ? 'all' : JSON.stringify(annotators)

  useEffect(() => {
    setAnswer(undefined)
    setFailure(undefined)
    if (whose === '[]') return
    const job = crypto.randomUUID()
    let current = true
    const chosen = whose === 'all' ? ('all' as const) : (JSON.parse(whose) as string[])
    const asked = { project, job, format, annotators: chosen, offsets, furniture }
    void call('export.preview', asked).then(previewed => {
      if (!current) return
      if (previewed.ok) setAnswer(previewed.value)
      else if (previewed.failure.code !== 'nothing-to-export') setFailure(previewed.failure)
    })
    return () => {
      current = false
      void call('jobs.cancel', { job })
    }
  }, [project, format, whose, offsets, furniture])

  return { answer, failure }
}

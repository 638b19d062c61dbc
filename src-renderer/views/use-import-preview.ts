import { useEffect, useState } from 'react'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ImportPreview } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'

/** What would come in, asked again whenever the question changes. */
export function useImportPreview({
  project,
  paths,
  encoding,
  encodings,
  mappings,
}: Asked<'import.preview'>) {
  const [answer, setAnswer] = useState<ImportPreview>()
  const [failure, setFailure] = useState<Failure>()
  const [reading, setReading] = useState(false)

  useEffect(() => {
    if (paths.length === 0) {
      setAnswer(undefined)
      setFailure(undefined)
      setReading(false)
      return
    }
    let current = true
    setReading(true)
    void call('import.preview', { project, paths, encoding, encodings, mappings }).then(
      previewed => {
        if (!current) return
        setReading(false)
        setAnswer(previewed.ok ? previewed.value : undefined)
        setFailure(previewed.ok ? undefined : previewed.failure)
      },
    )
    return () => {
      current = false
    }
  }, [project, paths, encoding, encodings, mappings])

  return { answer, failure, reading }
}

import { useEffect, useState } from 'react'
import type { AnnotatedPreview } from '../../annotations/api/annotated.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'

type Format = Asked<'annotated.preview'>['format']
export type LabelTargets = Record<string, { label: string } | 'add' | 'skip'>
export type LabelMapping = { labels: LabelTargets; relations: LabelTargets }

/** The format that files seem to be in, asked whenever they change; undefined while it is not known. */
export function useDetectedFormat(paths: readonly string[]): Format | 'articles' | undefined {
  const [format, setFormat] = useState<Format | 'articles'>()
  useEffect(() => {
    setFormat(undefined)
    if (paths.length === 0) return
    let current = true
    void call('annotated.detect', { paths: [...paths] }).then(found => {
      if (current) setFormat((found.ok && found.value.format) || 'articles')
    })
    return () => {
      current = false
    }
  }, [paths])
  return format
}

type Question = {
  project: string
  paths: readonly string[]
  format: Format | undefined
  encoding: string
  mapping: LabelMapping
  annotator: string | undefined
}

/** What annotated files would bring, asked again whenever the question changes. */
export function useAnnotatedPreview(question: Question) {
  const { project, paths, format, encoding, mapping, annotator } = question
  const [answer, setAnswer] = useState<AnnotatedPreview>()
  const [failure, setFailure] = useState<Failure>()
  const [reading, setReading] = useState(false)

  useEffect(() => {
    if (format === undefined || paths.length === 0) {
      setAnswer(undefined)
      setFailure(undefined)
      return
    }
    const job = crypto.randomUUID()
    let current = true
    setReading(true)
    const asked = { project, paths: [...paths], format, encoding, mapping, annotator, job }
    void call('annotated.preview', asked).then(previewed => {
      if (!current) return
      setReading(false)
      setAnswer(previewed.ok ? previewed.value : undefined)
      setFailure(previewed.ok ? undefined : previewed.failure)
    })
    return () => {
      current = false
      void call('jobs.cancel', { job })
    }
  }, [project, paths, format, encoding, mapping, annotator])

  return { answer, failure, reading }
}

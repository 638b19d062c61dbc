import { useState } from 'react'
import type { AnnotatedReport } from '../../annotations/api/annotated.ts'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Result } from '../../annotations/api/result.ts'
import { annotatorFrom } from '../../annotations/model/annotator.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import {
  type LabelMapping,
  useAnnotatedPreview,
  useDetectedFormat,
} from './use-annotated-preview.ts'
import type { Run } from './use-job.ts'

export type Content = Asked<'annotated.run'>['format'] | 'articles'

type Question = { project: string; paths: readonly string[]; encoding: string }

const nothingMapped: LabelMapping = { labels: {}, relations: {} }

/** Is this a format of annotations, and if so which, whose, and what its labels become. */
export function useAnnotatedImport({ project, paths, encoding }: Question) {
  const detected = useDetectedFormat(paths)
  const [chosen, setChosen] = useState<Content>()
  const [annotator, setAnnotator] = useState('')
  const [mapping, setMapping] = useState(nothingMapped)
  const content = chosen ?? detected
  const format = content === 'articles' ? undefined : content
  const name = annotator.trim() === '' ? undefined : annotatorFrom(annotator)
  const badName = annotator.trim() !== '' && name === undefined
  const question = { project, paths, format, encoding, mapping, annotator: name }
  const preview = useAnnotatedPreview(question)

  /** Brings the files in; what is on the screen is saved first, since it may be what they change. */
  async function bring(run: Run, all: string[]): Promise<Result<AnnotatedReport> | undefined> {
    if (format === undefined) return undefined
    await flush()
    const asked = { project, paths: all, format, encoding, mapping, annotator: name }
    return run(job => call('annotated.run', { ...asked, job }))
  }

  return {
    content,
    setContent(next: Content) {
      setChosen(next)
      setMapping(nothingMapped)
    },
    format,
    /** Files that are asked about have been looked at. */
    isKnown: content !== undefined,
    ready: !badName && (preview.answer?.records.length ?? 0) > 0,
    annotator,
    setAnnotator,
    badName,
    mapping,
    setMapping,
    preview,
    run: bring,
  }
}

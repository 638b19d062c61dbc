import { useState } from 'react'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { call } from '../bridge.ts'
import type { EncodingChoice } from './encodings.ts'
import { publishedFrom } from './published-from.ts'
import { useImportPreview } from './use-import-preview.ts'
import type { Run } from './use-job.ts'

type Question = { project: string; paths: string[]; encoding: EncodingChoice }

/** Articles that are to come in: how each file is read, and what is said of those that say nothing of their own. */
export function useArticleImport({ project, paths, encoding }: Question) {
  const [encodings, setEncodings] = useState<Record<string, string>>({})
  const [mappings, setMappings] = useState<Record<string, TableMapping>>({})
  const [defaults, setDefaults] = useState({ outlet: '', published: '' })
  const preview = useImportPreview({ project, paths, encoding, encodings, mappings })
  const published = publishedFrom(defaults.published)
  const found = preview.answer?.files ?? []
  const more = preview.answer?.more ?? 0

  const bring = (run: Run, all: string[]) =>
    run(job =>
      call('import.run', {
        project,
        paths: all,
        encoding,
        encodings,
        mappings,
        job,
        outlet: defaults.outlet.trim() || undefined,
        published: published.kind === 'date' ? published.value : undefined,
      }),
    )

  return {
    encodings,
    setEncoding: (file: string, chosen: string) =>
      setEncodings(now => ({ ...now, [file]: chosen })),
    setMapping: (file: string, mapping: TableMapping) =>
      setMappings(now => ({ ...now, [file]: mapping })),
    defaults,
    changeDefaults: (patch: Partial<typeof defaults>) => setDefaults(now => ({ ...now, ...patch })),
    preview,
    /** How many files were looked at. */
    count: found.length + more,
    isReadable:
      more > 0 ||
      found.some(file => file.kind === 'readable' || (file.kind === 'table' && file.mapping)),
    badDate: published.kind === 'problem',
    run: bring,
  }
}

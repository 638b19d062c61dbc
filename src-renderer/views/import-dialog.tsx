import { useState } from 'react'
import type { AnnotatedReport } from '../../annotations/api/annotated.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ImportReport } from '../../annotations/api/views.ts'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { call } from '../bridge.ts'
import { refreshProject } from '../state/navigation.ts'
import { showRegions } from '../state/regions.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { AnnotatedPanel } from './annotated-panel.tsx'
import { AnnotatedDone } from './annotated-report.tsx'
import type { EncodingChoice } from './encodings.ts'
import { ImportContent } from './import-content.tsx'
import { ImportDefaults } from './import-defaults.tsx'
import { ImportPreviewTable } from './import-preview.tsx'
import { ImportDone } from './import-report.tsx'
import { ImportSources } from './import-sources.tsx'
import { ImportWatch } from './import-watch.tsx'
import { publishedFrom } from './published-from.ts'
import { useAnnotatedImport } from './use-annotated-import.ts'
import { useImportPreview } from './use-import-preview.ts'
import { useJob } from './use-job.ts'

const none: string[] = []

export function ImportDialog() {
  const folder = useSession(session => session.project?.folder)
  return folder === undefined ? null : <Import key={folder} project={folder} />
}

function Import({ project }: { project: string }) {
  const say = useSay()
  // What was dropped on the desk is what one begins with.
  const [paths, setPaths] = useState<string[]>(() => useSession.getState().incoming)
  const [typed, setTyped] = useState('')
  const [encoding, setEncoding] = useState<EncodingChoice>('auto')
  const [encodings, setEncodings] = useState<Record<string, string>>({})
  const [mappings, setMappings] = useState<Record<string, TableMapping>>({})
  const [defaults, setDefaults] = useState({ outlet: '', published: '' })
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<ImportReport>()
  const [annotatedReport, setAnnotatedReport] = useState<AnnotatedReport>()
  const { howFar, run, cancel } = useJob()
  const annotated = useAnnotatedImport({ project, paths, encoding })
  const isAnnotated = annotated.format !== undefined
  const preview = useImportPreview({
    project,
    paths: annotated.isKnown && !isAnnotated ? paths : none,
    encoding,
    encodings,
    mappings,
  })
  const published = publishedFrom(defaults.published)
  const found = preview.answer?.files ?? []
  const readable =
    found.some(file => file.kind === 'readable' || (file.kind === 'table' && file.mapping)) ||
    (preview.answer?.more ?? 0) > 0
  const ready = isAnnotated
    ? annotated.ready
    : (typed.trim() !== '' || readable) && published.kind !== 'problem'

  const add = (more: string[]) => setPaths(now => [...new Set([...now, ...more])])
  const addTyped = () => {
    if (typed.trim() !== '') add([typed.trim()])
    setTyped('')
  }

  function close() {
    if (howFar) return void cancel()
    useSession.setState({ incoming: [] })
    showDialog(undefined)
    if (report || annotatedReport) void refreshProject()
  }

  async function start() {
    if (!ready || howFar) return
    const all = [...new Set([...paths, typed.trim()])].filter(path => path !== '')
    addTyped()
    setFailure(undefined)
    // A path that was only typed may be of annotations: then it is shown before it is brought in.
    if (!isAnnotated && typed.trim() !== '') {
      const found = await call('annotated.detect', { paths: [typed.trim()] })
      if (found.ok && found.value.format !== undefined) return
    }
    if (isAnnotated) {
      const brought = await annotated.run(run, all)
      if (brought?.ok) setAnnotatedReport(brought.value)
      else if (brought) setFailure(brought.failure)
      return
    }
    const imported = await run(job =>
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
    if (imported.ok) {
      setReport(imported.value)
      void showRegions(imported.value.recurring?.documents ?? [])
    } else setFailure(imported.failure)
  }

  if (annotatedReport) return <AnnotatedDone report={annotatedReport} onClose={close} />
  if (report) return <ImportDone report={report} onClose={close} />
  return (
    <Dialog
      name="import"
      size="large"
      title={say('import.title')}
      onClose={close}
      onSubmit={start}
      footer={
        <>
          <span className="said">
            {preview.answer &&
              !howFar &&
              say('import.found', { count: found.length + preview.answer.more })}
          </span>
          <Button onPress={close} data-testid={howFar ? 'cancel' : undefined}>
            {say('dialog.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={!ready}
            busy={howFar ? say('import.importing') : undefined}
            data-testid="submit"
          >
            {say('import.import')}
          </Button>
        </>
      }
    >
      <FailureNote failure={failure ?? preview.failure ?? annotated.preview.failure} />
      {howFar ? (
        <Progress label={say('import.importing')} {...howFar} />
      ) : (
        <>
          <ImportSources
            paths={paths}
            typed={typed}
            onTyped={setTyped}
            onAdd={add}
            onAddTyped={addTyped}
            onRemove={path => setPaths(now => now.filter(other => other !== path))}
          />
          {paths.length > 0 && (
            <ImportContent content={annotated.content} onChange={annotated.setContent} />
          )}
          {isAnnotated ? (
            <AnnotatedPanel
              preview={annotated.preview.answer}
              annotator={annotated.annotator}
              onAnnotator={annotated.setAnnotator}
              problem={annotated.badName ? say('annotated.bad-annotator') : undefined}
              mapping={annotated.mapping}
              onMapping={annotated.setMapping}
            />
          ) : (
            <>
              <ImportDefaults
                encoding={encoding}
                onEncoding={setEncoding}
                {...defaults}
                onChange={patch => setDefaults(now => ({ ...now, ...patch }))}
              />
              <ImportPreviewTable
                reading={preview.reading}
                preview={preview.answer}
                encodings={encodings}
                onEncoding={(file, chosen) => setEncodings(now => ({ ...now, [file]: chosen }))}
                onMapping={(file, mapping) => setMappings(now => ({ ...now, [file]: mapping }))}
              />
            </>
          )}
          <ImportWatch project={project} />
        </>
      )}
    </Dialog>
  )
}

import { useState } from 'react'
import type { AnnotatedReport } from '../../annotations/api/annotated.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ImportReport } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { refreshProject } from '../state/navigation.ts'
import { showRegions } from '../state/regions.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Progress } from '../ui/progress.tsx'
import { AnnotatedPanel } from './annotated-panel.tsx'
import { AnnotatedDone } from './annotated-report.tsx'
import { ArticlePanel } from './article-panel.tsx'
import type { EncodingChoice } from './encodings.ts'
import { ImportContent } from './import-content.tsx'
import { ImportDone } from './import-report.tsx'
import { ImportSources } from './import-sources.tsx'
import { ImportWatch } from './import-watch.tsx'
import { useAnnotatedImport } from './use-annotated-import.ts'
import { useArticleImport } from './use-article-import.ts'
import { useImportPaths } from './use-import-paths.ts'
import { useJob } from './use-job.ts'

const none: string[] = []

export function ImportDialog() {
  const folder = useSession(session => session.project?.folder)
  return folder === undefined ? null : <Import key={folder} project={folder} />
}

/** A path that was only typed may be of annotations. */
async function isOfAnnotations(path: string): Promise<boolean> {
  const found = await call('annotated.detect', { paths: [path] })
  return found.ok && found.value.format !== undefined
}

/** Articles or annotations from elsewhere: what they are is found out, shown, and then brought in. */
function Import({ project }: { project: string }) {
  const say = useSay()
  const sources = useImportPaths()
  const { paths, written, all } = sources
  const [encoding, setEncoding] = useState<EncodingChoice>('auto')
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<ImportReport>()
  const [annotatedReport, setAnnotatedReport] = useState<AnnotatedReport>()
  const { howFar, run, cancel } = useJob()
  const annotated = useAnnotatedImport({ project, paths, encoding })
  const isAnnotated = annotated.format !== undefined
  const looked = annotated.isKnown && !isAnnotated ? paths : none
  const articles = useArticleImport({ project, paths: looked, encoding })
  const ready = isAnnotated
    ? annotated.ready
    : (written !== '' || articles.isReadable) && !articles.badDate

  function close() {
    if (howFar) return void cancel()
    useSession.setState({ incoming: [] })
    showDialog(undefined)
    if (report || annotatedReport) void refreshProject()
  }

  async function bringAnnotations() {
    const brought = await annotated.run(run, all)
    if (brought?.ok) setAnnotatedReport(brought.value)
    else if (brought) setFailure(brought.failure)
  }

  async function bringArticles() {
    const imported = await articles.run(run, all)
    if (!imported.ok) return setFailure(imported.failure)
    setReport(imported.value)
    void showRegions(imported.value.recurring?.documents ?? [])
  }

  async function start() {
    if (!ready || howFar) return
    sources.addTyped()
    setFailure(undefined)
    if (isAnnotated) return bringAnnotations()
    // Annotations are shown before they are brought in.
    if (written === '' || !(await isOfAnnotations(written))) await bringArticles()
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
            {articles.preview.answer && !howFar && say('import.found', { count: articles.count })}
          </span>
          <FormButtons
            label={say('import.import')}
            isDisabled={!ready}
            busy={howFar ? say('import.importing') : undefined}
            onCancel={close}
          />
        </>
      }
    >
      <FailureNote failure={failure ?? articles.preview.failure ?? annotated.preview.failure} />
      {howFar ? (
        <Progress label={say('import.importing')} {...howFar} />
      ) : (
        <>
          <ImportSources sources={sources} />
          {paths.length > 0 && (
            <ImportContent content={annotated.content} onChange={annotated.setContent} />
          )}
          {isAnnotated ? (
            <AnnotatedPanel annotated={annotated} />
          ) : (
            <ArticlePanel encoding={encoding} onEncoding={setEncoding} articles={articles} />
          )}
          <ImportWatch project={project} />
        </>
      )}
    </Dialog>
  )
}

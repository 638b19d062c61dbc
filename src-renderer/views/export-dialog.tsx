import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ExportReport, ProjectView } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Progress } from '../ui/progress.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { AnnotatorChoice } from './annotator-choice.tsx'
import { ExportFormat, type Unit } from './export-format.tsx'
import { ExportPreviewPanel } from './export-preview.tsx'
import { ExportDone } from './export-report.tsx'
import { PathField } from './path-field.tsx'
import { fileNameFrom, joined, parentOf } from './path-names.ts'
import { useAnnotators } from './use-annotators.ts'
import { useExportPreview } from './use-export-preview.ts'
import { type FormatEntry, useFormats } from './use-formats.ts'
import { useJob } from './use-job.ts'

export function ExportDialog() {
  const project = useSession(session => session.project)
  return project ? <Export project={project} /> : null
}

function Export({ project }: { project: ProjectView }) {
  const say = useSay()
  const annotators = useAnnotators()
  const { folder } = project
  const named = joined(parentOf(folder), fileNameFrom(project.project.title) || 'export')
  const [out, setOut] = useState(`${named}.jsonl`)
  const formats = useFormats()
  const [format, setFormat] = useState<FormatEntry>()
  const [unit, setUnit] = useState<Unit>('code points')
  const wanted = useSession(session => session.exporting)
  const [chosen, setChosen] = useState(annotators.filter(name => wanted?.includes(name) ?? true))
  const [furniture, setFurniture] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<ExportReport>()
  const { howFar, run, cancel } = useJob()
  const close = () => (howFar ? void cancel() : showDialog(undefined))
  const ready = out.trim() !== '' && (chosen.length > 0 || annotators.length === 0)
  const taken = failure?.code === 'file-exists'
  const id = format?.id ?? 'isnad'
  const isFolder = format?.layout === 'folder'
  const all = chosen.length === annotators.length
  const asked = {
    project: folder,
    format: id,
    annotators: all ? ('all' as const) : chosen,
    offsets:
      id === 'isnad' || format?.units.length !== 2
        ? undefined
        : unit === 'utf-16'
          ? ('utf16' as const)
          : ('codepoint' as const),
    furniture,
  }
  const preview = useExportPreview(asked)
  const lost = Object.keys(preview.answer?.losses ?? {}).length > 0

  /** The place follows the format until another is typed. */
  function choose(next: FormatEntry) {
    const own = (one: FormatEntry | undefined) =>
      one?.layout === 'folder' ? `${named}-${one.id}` : `${named}${one?.extension ?? '.jsonl'}`
    if (out === own(format)) setOut(own(next))
    setFormat(next)
    setUnit(next.units[0] ?? 'code points')
    setFailure(undefined)
  }

  async function write(overwrite: boolean) {
    if (!ready || howFar) return
    setFailure(undefined)
    // What is on the screen belongs in the file; what cannot be saved must not be missed in silence.
    const saved = await flush()
    const { save } = useEditor.getState()
    if (!saved && 'failure' in save) return setFailure(save.failure)
    // What is lost has been said above the button.
    const lossy = preview.answer !== undefined
    const written = await run(job =>
      call('export.run', { ...asked, job, out: out.trim(), overwrite, lossy }),
    )
    if (written.ok) setReport(written.value)
    else setFailure(written.failure)
  }

  if (report) return <ExportDone report={report} />
  return (
    <Dialog
      name="export"
      size="large"
      title={say('export.title')}
      onClose={close}
      onSubmit={() => write(false)}
      footer={
        <FormButtons
          label={say(lost ? 'export.anyway' : 'export.export')}
          isDisabled={!ready}
          busy={howFar ? say('export.writing') : undefined}
          onCancel={close}
        />
      }
    >
      {id === 'isnad' && <p className="lead">{say('export.lead')}</p>}
      <ExportFormat
        formats={formats}
        format={format ?? formats.find(({ id }) => id === 'isnad')}
        onFormat={choose}
        unit={unit}
        onUnit={setUnit}
      />
      <PathField
        autoFocus
        label={say(isFolder ? 'export.folder' : 'export.file')}
        kind="save"
        title={say(isFolder ? 'export.choose-place' : 'export.choose')}
        value={out}
        onChange={path => {
          setOut(path)
          if (taken) setFailure(undefined)
        }}
        isDisabled={howFar !== undefined}
      />
      <Toggle isSelected={furniture} onChange={setFurniture} testid="export-furniture">
        {say('export.furniture')}
      </Toggle>
      {isFolder && <p className="hint">{say('export.folder-hint')}</p>}
      <AnnotatorChoice
        names={annotators}
        chosen={chosen}
        onChange={setChosen}
        isDisabled={howFar !== undefined}
      />
      {annotators.length > 0 && chosen.length > 0 && (
        <ExportPreviewPanel preview={preview.answer} />
      )}
      <FailureNote failure={failure ?? preview.failure} />
      {taken && (
        <div className="dialog-actions">
          <Button kind="danger" onPress={() => write(true)} data-testid="overwrite">
            {say('export.overwrite')}
          </Button>
        </div>
      )}
      {howFar && <Progress label={say('export.writing')} {...howFar} />}
    </Dialog>
  )
}

import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { TextField } from '../ui/text-field.tsx'
import { AnnotatedLabels } from './annotated-labels.tsx'
import { AnnotatedProblems } from './annotated-problems.tsx'
import { AnnotatedRecords } from './annotated-records.tsx'
import type { useAnnotatedImport } from './use-annotated-import.ts'

type Props = { annotated: ReturnType<typeof useAnnotatedImport> }

/** Annotated files before they come in: whose they become, what their labels become, and how they begin. */
export function AnnotatedPanel({ annotated }: Props) {
  const { annotator, setAnnotator, badName, mapping, setMapping } = annotated
  const preview = annotated.preview.answer
  const say = useSay()
  const scheme = useSession(session => session.project?.project.scheme)
  const named = (list: readonly { id: string; name: { ar: string; en: string } }[] = []) =>
    list.map(({ id, name }) => ({ id, name: name[language()] }))
  return (
    <>
      <TextField
        label={say('annotated.annotator')}
        value={annotator}
        onChange={setAnnotator}
        hint={say('annotated.annotator-hint')}
        error={badName ? say('annotated.bad-annotator') : undefined}
        testid="import-annotator"
      />
      {!preview && <p className="nothing-yet">{say('annotated.looking')}</p>}
      {preview && (
        <>
          <AnnotatedLabels
            title={say('annotated.labels')}
            used={preview.labels}
            known={named(scheme?.labels)}
            chosen={mapping.labels}
            onChange={labels => setMapping({ ...mapping, labels })}
            testid="map-labels"
          />
          <AnnotatedLabels
            title={say('annotated.relations')}
            used={preview.relations}
            known={named(scheme?.relationTypes)}
            chosen={mapping.relations}
            onChange={relations => setMapping({ ...mapping, relations })}
            testid="map-relations"
          />
          <AnnotatedRecords preview={preview} />
          <AnnotatedProblems problems={preview.problems} />
        </>
      )}
    </>
  )
}

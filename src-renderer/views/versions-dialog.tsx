import { useEffect, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { SetVersion } from '../../annotations/api/views.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { changesBetween, differenceOf } from '../../annotations/model/changes-between.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { call } from '../bridge.ts'
import { make, useEditor } from '../state/editor.ts'
import { announce, fail, showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { VersionPreview } from './version-preview.tsx'

/** Earlier states of the open set: what each would bring back and take away, and the way to it. */
export function VersionsDialog() {
  const say = useSay()
  const open = useEditor(editor => editor.open)
  const [versions, setVersions] = useState<SetVersion[]>()
  const [chosen, setChosen] = useState<SetVersion>()
  const [set, setSet] = useState<AnnotationSet>()
  const close = () => showDialog(undefined)
  const documentId = open?.document.id
  const annotator = open?.set.annotator
  const project = open?.project

  useEffect(() => {
    if (project === undefined || documentId === undefined || annotator === undefined) return
    void call('sets.versions', { project, documentId, annotator }).then(found => {
      if (found.ok) setVersions(found.value.versions)
      else fail(found.failure)
    })
  }, [project, documentId, annotator])

  useEffect(() => {
    setSet(undefined)
    if (!chosen || project === undefined || documentId === undefined || annotator === undefined)
      return
    let here = true
    void call('sets.version', { project, documentId, annotator, name: chosen.name }).then(found => {
      if (!here) return
      if (found.ok) setSet(found.value)
      else fail(found.failure)
    })
    return () => {
      here = false
    }
  }, [chosen, project, documentId, annotator])

  if (!open) return null
  const placed = set && placeSet(open.document.text, set).set
  const difference = placed && differenceOf(open.set, placed)
  const same =
    difference !== undefined && changesBetween(open.set, placed as AnnotationSet).length === 0

  function restore() {
    if (!placed || !chosen || !open) return
    make(changesBetween(open.set, placed), 'restore')
    announce(say('versions.restored', { time: formatInstant(chosen.saved) }))
    close()
  }

  return (
    <Dialog
      name="versions"
      size="large"
      title={say('versions.title')}
      onClose={close}
      onSubmit={restore}
      footer={
        <FormButtons
          label={say('versions.restore')}
          isDisabled={!placed || same}
          onCancel={close}
          testid="restore-version"
        />
      }
    >
      <p className="lead">{say('versions.lead')}</p>
      {versions === undefined && <p aria-busy="true">{say('versions.loading')}</p>}
      {versions?.length === 0 && <p className="empty">{say('versions.none')}</p>}
      {versions !== undefined && versions.length > 0 && (
        <div className="versions">
          <GridList
            aria-label={say('versions.title')}
            className="version-list"
            selectionMode="single"
            selectionBehavior="replace"
            autoFocus="first"
            items={versions.map(version => ({ ...version, id: version.name }))}
            onSelectionChange={keys => {
              const [name] = [...(keys as Set<string>)]
              setChosen(versions.find(version => version.name === name))
            }}
          >
            {version => (
              <GridListItem className="version" textValue={formatInstant(version.saved)}>
                <span className="version-time">{formatInstant(version.saved)}</span>
                <span className="version-count">
                  {say('versions.count', { count: version.annotations })}
                </span>
                {version.aside && <span className="tag">{say('versions.aside')}</span>}
              </GridListItem>
            )}
          </GridList>
          {difference && placed && (
            <VersionPreview now={open.set} then={placed} difference={difference} />
          )}
        </div>
      )}
    </Dialog>
  )
}

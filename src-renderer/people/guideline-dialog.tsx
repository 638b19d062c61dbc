import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import type { GuidelineVersion } from '../../annotations/model/guideline-version.ts'
import { call } from '../bridge.ts'
import { ExampleText, guidelineText } from '../panels/label-guide.tsx'
import { useEditor } from '../state/editor.ts'
import { openDocument } from '../state/navigation.ts'
import { announce, fail, showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { MarkdownText } from '../ui/markdown.tsx'
import { Segments } from '../ui/segments.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'

type Examples = Output<'guidelines.examples'>['examples']

/** How to annotate: the whole text with its versions, and each label with what the gold set shows of it. */
export function GuidelineDialog() {
  const say = useSay()
  const project = useSession(session => session.project)
  const by = useSession(session => session.annotator)
  const under = useEditor(editor => editor.open?.set.guideline)
  const [versions, setVersions] = useState<GuidelineVersion[]>([])
  const [examples, setExamples] = useState<Examples>([])
  const [text, setText] = useState({ ar: '', en: '' })
  const [written, setWritten] = useState<'ar' | 'en'>(language())
  const [note, setNote] = useState('')
  const folder = project?.folder
  const close = () => showDialog(undefined)
  const current = versions.at(-1)

  useEffect(() => {
    if (folder === undefined) return
    void call('guidelines.list', { project: folder }).then(listed => {
      if (!listed.ok) return fail(listed.failure)
      setVersions(listed.value.versions)
      setText(listed.value.versions.at(-1)?.text ?? { ar: '', en: '' })
    })
    void call('guidelines.examples', { project: folder, limit: 3 }).then(
      found => found.ok && setExamples(found.value.examples),
    )
  }, [folder])

  async function publish() {
    if (folder === undefined) return
    const published = await call('guidelines.publish', { project: folder, by, text, note })
    if (!published.ok) return fail(published.failure)
    const isNew = published.value.versions.length > versions.length
    announce(say(isNew ? 'guide.published' : 'guide.same'))
    setVersions(published.value.versions)
    setNote('')
  }

  const numberOf = (id: string) => versions.findIndex(one => one.id === id) + 1
  return (
    <Dialog
      name="guideline"
      size="wide"
      title={say('guide.title')}
      onClose={close}
      onSubmit={publish}
      footer={
        <>
          <Button onPress={() => showDialog('scheme')}>{say('guide.edit-scheme')}</Button>
          <Button kind="primary" type="submit" data-testid="submit">
            {say('guide.publish')}
          </Button>
        </>
      }
    >
      <FailureBanner />
      {under !== undefined && numberOf(under) > 0 && (
        <p className="hint" data-testid="made-under">
          {under === current?.id
            ? say('guide.made-under', { at: numberOf(under) })
            : say('guide.made-under-older', { at: numberOf(under), current: versions.length })}
        </p>
      )}
      <div className="guide-halves">
        <section>
          <Segments<'ar' | 'en'>
            label={say('guide.language')}
            bare
            options={[
              { id: 'ar', name: say('guide.arabic') },
              { id: 'en', name: say('guide.english') },
            ]}
            value={written}
            onChange={setWritten}
          />
          <LinesField
            label={say('guide.text')}
            value={text[written]}
            onChange={value => setText({ ...text, [written]: value })}
            rows={10}
            lang={written}
            testid="guide-text"
          />
          <TextField
            label={say('guide.note')}
            value={note}
            onChange={setNote}
            testid="guide-note"
          />
          <h3>{say('guide.versions')}</h3>
          {versions.length === 0 && <p className="hint">{say('guide.none')}</p>}
          <ol className="guide-versions" data-testid="guide-versions">
            {[...versions].reverse().map(one => (
              <li key={one.id}>
                {one.by === undefined
                  ? say('guide.version', {
                      at: numberOf(one.id),
                      time: formatInstant(one.published),
                    })
                  : say('guide.version-by', {
                      at: numberOf(one.id),
                      time: formatInstant(one.published),
                      by: one.by,
                    })}
                {one === current && <span className="tag">{say('guide.current')}</span>}
                {one.note !== '' && <span className="hint"> {one.note}</span>}
                <Button kind="quiet" onPress={() => setText(one.text)}>
                  {say('team.go')}
                </Button>
              </li>
            ))}
          </ol>
        </section>
        <section className="guide-preview">
          <h3>{say('guide.whole')}</h3>
          <MarkdownText>{text[written]}</MarkdownText>
          <h3>{say('guide.labels')}</h3>
          {project?.project.scheme.labels.map(label => {
            const shown = examples.filter(one => one.label === label.id)
            return (
              <section key={label.id} className="guide-label">
                <h4>{label.name[language()]}</h4>
                {guidelineText(label) === '' ? (
                  <p className="hint">{say('guide.label-none')}</p>
                ) : (
                  <MarkdownText>{guidelineText(label)}</MarkdownText>
                )}
                <p className="hint">
                  {say(shown.length > 0 ? 'guide.from-gold' : 'guide.gold-none')}
                </p>
                {shown.map(one => (
                  <div key={one.documentId + one.annotation} data-testid="gold-example">
                    <p className="guide-example">
                      <ExampleText example={one} label={label} />{' '}
                      <Button
                        kind="quiet"
                        onPress={() => {
                          close()
                          void openDocument(one.documentId)
                        }}
                      >
                        <bdi>{one.title}</bdi>
                      </Button>
                    </p>
                    {one.reason !== undefined && (
                      <p className="hint">
                        {one.by === undefined
                          ? say('guide.why', { reason: one.reason })
                          : say('guide.why-by', { reason: one.reason, by: one.by })}
                      </p>
                    )}
                  </div>
                ))}
              </section>
            )
          })}
        </section>
      </div>
    </Dialog>
  )
}

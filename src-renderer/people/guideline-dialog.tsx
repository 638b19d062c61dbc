import { useState } from 'react'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { MarkdownText } from '../ui/markdown.tsx'
import { Segments } from '../ui/segments.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { GuidelineVersions, MadeUnder } from './guideline-versions.tsx'
import { LabelInGold } from './label-in-gold.tsx'
import { useGuideline } from './use-guideline.ts'

/** How to annotate: the whole text with its versions, and each label with what the gold set shows of it. */
export function GuidelineDialog() {
  const say = useSay()
  const labels = useSession(session => session.project?.project.scheme.labels)
  const { versions, examples, text, setText, publish } = useGuideline()
  const [written, setWritten] = useState<'ar' | 'en'>(language())
  const [note, setNote] = useState('')

  async function submit() {
    if (await publish(note)) setNote('')
  }

  return (
    <Dialog
      name="guideline"
      size="wide"
      title={say('guide.title')}
      onClose={() => showDialog(undefined)}
      onSubmit={submit}
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
      <MadeUnder versions={versions} />
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
          <GuidelineVersions versions={versions} onRead={setText} />
        </section>
        <section className="guide-preview">
          <h3>{say('guide.whole')}</h3>
          <MarkdownText>{text[written]}</MarkdownText>
          <h3>{say('guide.labels')}</h3>
          {labels?.map(label => (
            <LabelInGold
              key={label.id}
              label={label}
              examples={examples.filter(one => one.label === label.id)}
            />
          ))}
        </section>
      </div>
    </Dialog>
  )
}

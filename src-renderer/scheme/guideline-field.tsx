import { useState } from 'react'
import type { Guideline } from '../../annotations/model/scheme.ts'
import { language, useSay } from '../strings/words.ts'
import { MarkdownText } from '../ui/markdown.tsx'
import { Segments } from '../ui/segments.tsx'
import { LinesField } from '../ui/text-area.tsx'

type Props = { guideline: Guideline | undefined; onChange(guideline: Guideline | undefined): void }

/** When to use a label, as it is written and as it is read. */
export function GuidelineField({ guideline, onChange }: Props) {
  const say = useSay()
  const [shown, setShown] = useState<'ar' | 'en'>(language())
  const text = guideline?.[shown] ?? ''
  function change(value: string) {
    const next = { ar: '', en: '', ...guideline, [shown]: value }
    onChange(next.ar.trim() === '' && next.en.trim() === '' ? undefined : next)
  }
  return (
    <div className="guideline-field">
      <Segments<'ar' | 'en'>
        label={say('scheme.guideline')}
        options={[
          { id: 'ar', name: say('language.ar') },
          { id: 'en', name: say('language.en') },
        ]}
        value={shown}
        onChange={setShown}
        testid="guideline-language"
      />
      <div className="pair">
        <LinesField
          label={say('scheme.guideline-text')}
          value={text}
          onChange={change}
          rows={7}
          lang={shown}
          hint={say('scheme.guideline-hint')}
          testid="guideline"
        />
        <div className="guideline-preview" data-testid="guideline-preview">
          <span className="field-label">{say('scheme.guideline-preview')}</span>
          {text.trim() === '' ? (
            <p className="hint">{say('scheme.guideline-none')}</p>
          ) : (
            <MarkdownText>{text}</MarkdownText>
          )}
        </div>
      </div>
    </div>
  )
}

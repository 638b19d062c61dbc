import type { AgreementReport, ReportPassage } from '../../../annotations/agreement/report-shape.ts'
import { reportWords } from '../../../annotations/agreement/report-words.ts'
import { useEditor } from '../../state/editor.ts'
import { openDocument } from '../../state/navigation.ts'
import { announce, showDialog } from '../../state/session.ts'
import { formatNumber, formatPercent, language, say, useSay } from '../../strings/words.ts'
import { BidiText } from '../../ui/bidi-text.tsx'
import { Button } from '../../ui/button.tsx'

/** To the text, with the passage selected. */
async function goTo({ document, start, end }: ReportPassage) {
  showDialog(undefined)
  await openDocument(document)
  const { open, reveal } = useEditor.getState()
  // What is open could not be saved, or what was asked for not read: then its words are elsewhere.
  if (open?.document.id !== document) return
  useEditor.setState({
    selection: { anchor: start, focus: end },
    current: undefined,
    reveal: reveal + 1,
  })
  announce(say('agreement.at-passage'))
}

/** Where most agreement was lost, each leading to its text. */
export function Passages({ report }: { report: AgreementReport }) {
  const say = useSay()
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  const name = (label: string) => report.names[label]?.[language()] ?? label
  if (report.passages.length === 0) return <p className="hint">{say('agreement.no-passages')}</p>
  return (
    <>
      <p className="hint">{word('costReading')}</p>
      <ol className="costly" data-testid="passages">
        {report.passages.map(passage => {
          const { document, title, start, end, quote, cost, share, said } = passage
          return (
            <li key={`${document} ${start} ${end}`}>
              <blockquote dir="auto">{quote}</blockquote>
              <p className="costly-about">
                <BidiText>{title}</BidiText> · {word('cost')} {formatNumber(cost)} (
                {formatPercent(share)})
              </p>
              <dl className="costly-said">
                {report.annotators.map(({ name: person }) => {
                  const own = said.filter(one => one.annotator === person)
                  return (
                    <div key={person}>
                      <dt>
                        <BidiText>{person}</BidiText>
                      </dt>
                      <dd>
                        {own.length === 0
                          ? word('nothing')
                          : own.map(one => (
                              <span
                                key={`${one.label} ${one.start} ${one.end}`}
                                className="costly-mark"
                              >
                                {name(one.label)}{' '}
                                <BidiText dir="ltr">{`${one.start}–${one.end}`}</BidiText>
                              </span>
                            ))}
                      </dd>
                    </div>
                  )
                })}
              </dl>
              <Button onPress={() => goTo(passage)} data-testid="go-to-passage">
                {say('agreement.go')}
              </Button>
            </li>
          )
        })}
      </ol>
    </>
  )
}

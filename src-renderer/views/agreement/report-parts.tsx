import type { AgreementReport } from '../../../annotations/agreement/report-shape.ts'
import { reportWords } from '../../../annotations/agreement/report-words.ts'
import { openDocument } from '../../state/navigation.ts'
import { showDialog } from '../../state/session.ts'
import { language, useSay } from '../../strings/words.ts'
import { BidiText } from '../../ui/bidi-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfusionMatrix } from './confusion-matrix.tsx'
import { FigureGrid } from './figure-grid.tsx'
import { FigureTable } from './figure-table.tsx'
import { HeatMap } from './heat-map.tsx'

type Props = { report: AgreementReport }

/** Rows that a window shows; the exports have them all. */
const shown = 200

const nameIn = (report: AgreementReport, id: string) => report.names[id]?.[language()] ?? id

export const Overall = ({ report }: Props) => <FigureTable figures={report.overall} />

export function Labels({ report }: Props) {
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  return (
    <>
      <FigureGrid
        about={word('label')}
        rows={report.byLabel.map(({ label, figures }) => ({
          key: label,
          name: nameIn(report, label),
          figures,
        }))}
      />
      <h3 className="report-heading">{word('confusion')}</h3>
      {report.confusion.pairs.map(pair => (
        <ConfusionMatrix
          key={`${pair.one} ${pair.two}`}
          {...pair}
          labels={report.confusion.labels.map(label => nameIn(report, label))}
        />
      ))}
    </>
  )
}

export function Pairs({ report }: Props) {
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  return (
    <>
      <HeatMap report={report} />
      <FigureGrid
        about={word('annotators')}
        more={[word('documents'), word('cost')]}
        rows={report.byPair.map(({ one, two, documents, cost, figures }) => ({
          key: `${one} ${two}`,
          name: (
            <>
              <BidiText>{one}</BidiText> · <BidiText>{two}</BidiText>
            </>
          ),
          cells: [documents, cost],
          figures,
        }))}
      />
      <h3 className="report-heading">{word('byOutlet')}</h3>
      <FigureGrid
        about={word('outlet')}
        more={[word('documents')]}
        rows={report.byOutlet.map(({ outlet, documents, figures }) => ({
          key: outlet ?? '',
          name: outlet === null ? word('noOutlet') : <BidiText>{outlet}</BidiText>,
          cells: [documents],
          figures,
        }))}
      />
    </>
  )
}

export function Claims({ report }: Props) {
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  return (
    <>
      {report.claims.length > 0 && (
        <>
          <h3 className="report-heading">{word('claims')}</h3>
          <FigureTable figures={report.claims} />
        </>
      )}
      <h3 className="report-heading">{word('attributes')}</h3>
      <FigureGrid
        about={word('attribute')}
        rows={report.attributes.map(({ label, attribute, figures }) => ({
          key: `${label}.${attribute}`,
          name: `${nameIn(report, label)} · ${nameIn(report, `${label}.${attribute}`)}`,
          figures,
        }))}
      />
      <h3 className="report-heading">{word('relations')}</h3>
      <FigureGrid
        about={word('relation')}
        rows={report.relations.map(({ type, figures }) => ({
          key: type,
          name: nameIn(report, type),
          figures,
        }))}
      />
    </>
  )
}

export function Documents({ report }: Props) {
  const say = useSay()
  const word = (key: keyof typeof reportWords) => reportWords[key][language()]
  const costliest = [...report.byDocument].sort((a, b) => b.cost - a.cost)
  const open = async (id: string) => {
    showDialog(undefined)
    await openDocument(id)
  }
  return (
    <>
      <p className="hint">{word('costReading')}</p>
      <FigureGrid
        about={word('document')}
        more={[word('cost')]}
        rows={costliest.slice(0, shown).map(({ id, title, cost, figures }) => ({
          key: id,
          name: (
            <Button kind="quiet" onPress={() => open(id)}>
              <BidiText>{title}</BidiText>
            </Button>
          ),
          cells: [cost],
          figures,
        }))}
      />
      {costliest.length > shown && (
        <p className="hint">{say('agreement.first-rows', { count: costliest.length - shown })}</p>
      )}
    </>
  )
}

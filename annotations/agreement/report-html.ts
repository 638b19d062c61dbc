import { figureInterval, figureRemarks, figureValue } from './figure-text.ts'
import { figureWords } from './figure-words.ts'
import { noteText } from './reason-words.ts'
import type { AgreementReport, Figure, FigureId } from './report-shape.ts'
import { reportStyle } from './report-style.ts'
import { type ReportWord, reportWords } from './report-words.ts'

type Language = 'ar' | 'en'

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
const isolated = (text: string) => `<bdi>${escaped(text)}</bdi>`
const number = (text: string) => `<span class="n" dir="ltr">${text}</span>`

/** Green for agreement, through paper, to red; readable under black text. */
function heat(value: number | undefined): string {
  if (value === undefined) return ''
  const share = Math.max(0, Math.min(1, value))
  return ` style="background: hsl(${Math.round(share * 150)} 55% ${Math.round(88 - Math.abs(share - 0.5) * 14)}%)"`
}

const valueIn = (figures: readonly Figure[], id: FigureId) => {
  const figure = figures.find(one => one.id === id)
  return figure?.result.kind === 'value' ? figure.result.value : undefined
}

/** A line from 0 to 1 with the interval and the value on it. */
function bar({ result, interval }: Figure): string {
  if (result.kind === 'undefined') return ''
  const at = (value: number) => (Math.max(0, Math.min(1, value)) * 100).toFixed(1)
  const range = interval
    ? `<rect x="${at(interval.low)}" y="3" width="${(Number(at(interval.high)) - Number(at(interval.low))).toFixed(1)}" height="6" rx="1.5"/>`
    : ''
  return `<svg viewBox="-3 0 106 12" width="106" height="12" aria-hidden="true"><line x1="0" x2="100" y1="6" y2="6"/>${range}<circle cx="${at(result.value)}" cy="6" r="2.6"/></svg>`
}

function page(report: AgreementReport, language: Language) {
  const word = (name: ReportWord) => reportWords[name][language]
  const name = (id: string) => report.names[id]?.[language] ?? id
  const comma = language === 'ar' ? '،' : ','
  const heading = (name: ReportWord) => `<h2>${word(name)}</h2>`

  const rows = (figures: readonly Figure[]) =>
    figures
      .map(figure => {
        const { name, reading } = figureWords[figure.id]
        const remarks = figureRemarks(figure, language)
          .map(escaped)
          .join(language === 'ar' ? '؛ ' : '; ')
        return `<tr><th scope="row">${name[language]}</th><td>${number(figureValue(figure))}</td><td>${number(figureInterval(figure))}</td><td dir="ltr">${bar(figure)}</td><td>${number(String(figure.units))}</td><td class="say">${reading[language]}${remarks ? ` <em>${remarks}.</em>` : ''}</td></tr>`
      })
      .join('\n')
  const table = (figures: readonly Figure[]) =>
    `<table><thead><tr>${(['measure', 'value', 'interval'] as const).map(one => `<th scope="col">${word(one)}</th>`).join('')}<td></td><th scope="col">${word('units')}</th><th scope="col">${word('reading')}</th></tr></thead><tbody>${rows(figures)}</tbody></table>`

  /** A row a thing, a column a measure. */
  const grid = (
    about: ReportWord,
    lines: readonly { of: string; cells?: readonly string[]; figures: readonly Figure[] }[],
    more: readonly string[] = [],
  ) => {
    const ids = [...new Set(lines.flatMap(({ figures }) => figures.map(({ id }) => id)))]
    const head = [word(about), ...more].map(one => `<th scope="col">${one}</th>`)
    const measures = ids.map(id => `<th scope="col">${figureWords[id].name[language]}</th>`)
    const body = lines.map(({ of, cells = [], figures }) => {
      const values = ids.map(id => {
        const figure = figures.find(one => one.id === id)
        if (!figure) return '<td></td>'
        const remarks = figureRemarks(figure, language).map(escaped).join('; ')
        const title = [figureInterval(figure), remarks].filter(Boolean).join(' · ')
        return `<td${heat(valueIn(figures, id))} title="${title}">${number(figureValue(figure))}</td>`
      })
      return `<tr><th scope="row">${of}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}${values.join('')}</tr>`
    })
    return `<div class="wide"><table class="grid"><thead><tr>${[...head, ...measures].join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`
  }

  const people = report.annotators.map(one => one.name)
  const pairMap = () => {
    const found = (a: string, b: string) =>
      report.byPair.find(
        pair => (pair.one === a && pair.two === b) || (pair.one === b && pair.two === a),
      )
    const cells = people.map(
      a =>
        `<tr><th scope="row">${isolated(a)}</th>${people
          .map(b => {
            const value = valueIn(found(a, b)?.figures ?? [], 'f1-strict')
            return a === b || value === undefined
              ? '<td class="off"></td>'
              : `<td${heat(value)}>${number(value.toFixed(2))}</td>`
          })
          .join('')}</tr>`,
    )
    return `<table class="grid"><caption>${figureWords['f1-strict'].name[language]}</caption><thead><tr><td></td>${people.map(one => `<th scope="col">${isolated(one)}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table>`
  }
  const labelsAndNone = [...report.confusion.labels.map(name), word('none')]
  const confusion = report.confusion.pairs
    .map(({ one, two, counts }) => {
      const most = Math.max(1, ...counts.flat())
      const body = counts.map(
        (row, at) =>
          `<tr><th scope="row">${escaped(labelsAndNone[at] ?? '')}</th>${row
            .map((count, column) => {
              const tone = at === column ? 'same' : 'other'
              return `<td class="${tone}" style="--share: ${(Math.sqrt(count / most) * 60).toFixed(0)}%">${count === 0 ? '' : number(String(count))}</td>`
            })
            .join('')}</tr>`,
      )
      return `<table class="grid"><caption>${word('first')}: ${isolated(one)} · ${word('second')}: ${isolated(two)}</caption><thead><tr><td></td>${labelsAndNone.map(one => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
    })
    .join('\n')

  const said = ({ said }: AgreementReport['passages'][number]) =>
    people
      .filter(person => report.annotators.some(one => one.name === person))
      .map(person => {
        const own = said.filter(one => one.annotator === person)
        const marks = own
          .map(one => `${escaped(name(one.label))} ${number(`${one.start}–${one.end}`)}`)
          .join(language === 'ar' ? '، ' : ', ')
        return `<li>${isolated(person)}: ${own.length === 0 ? word('nothing') : marks}</li>`
      })
      .join('')
  const passages = report.passages
    .map(
      one =>
        `<li><blockquote dir="auto">${escaped(one.quote)}</blockquote><p>${isolated(one.title)} · ${number(`${one.start}–${one.end}`)} · ${word('cost')} ${number(String(one.cost))} (${number(`${(one.share * 100).toFixed(1)}%`)})</p><ul>${said(one)}</ul></li>`,
    )
    .join('\n')
  const notes = report.notes.map(note => `<li>${escaped(noteText(note, language))}</li>`).join('')

  const parts = [
    `<h1>${word('title')}</h1><p>${isolated(report.title)}</p>`,
    `<p>${word('documents')}: ${number(String(report.documents.compared))} ${word('compared')} ${word('of')} ${number(String(report.documents.all))}. ${report.matching === 'arabic' ? word('matchingArabic') : word('matchingExact')}. ${word('seed')} ${number(String(report.seed))}, ${word('resamples')} ${number(String(report.resamples))}.</p>`,
    `<ul>${report.annotators.map(one => `<li>${isolated(one.name)}: ${word('documents')} ${number(String(one.documents))}${comma} ${word('annotations')} ${number(String(one.annotations))}</li>`).join('')}</ul>`,
    notes
      ? `${heading('notes')}<ul>${notes}</ul>${report.moreNotes > 0 ? `<p>+${number(String(report.moreNotes))} ${word('more')}</p>` : ''}`
      : '',
    heading('overall') + table(report.overall),
    heading('byLabel') +
      grid(
        'label',
        report.byLabel.map(({ label, figures }) => ({ of: escaped(name(label)), figures })),
      ),
    heading('byPair') +
      pairMap() +
      grid(
        'annotators',
        report.byPair.map(({ one, two, documents, cost, figures }) => ({
          of: `${isolated(one)} · ${isolated(two)}`,
          cells: [number(String(documents)), number(String(cost))],
          figures,
        })),
        [word('documents'), word('cost')],
      ),
    report.claims.length > 0 ? heading('claims') + table(report.claims) : '',
    report.attributes.length > 0
      ? heading('attributes') +
        grid(
          'attribute',
          report.attributes.map(({ label, attribute, figures }) => ({
            of: `${escaped(name(label))} · ${escaped(name(`${label}.${attribute}`))}`,
            figures,
          })),
        )
      : '',
    report.relations.length > 0
      ? heading('relations') +
        grid(
          'relation',
          report.relations.map(({ type, figures }) => ({ of: escaped(name(type)), figures })),
        )
      : '',
    heading('confusion') + confusion,
    `${heading('passages')}<p>${word('costReading')}</p><ol class="passages">${passages}</ol>`,
    heading('byOutlet') +
      grid(
        'outlet',
        report.byOutlet.map(({ outlet, documents, figures }) => ({
          of: outlet === null ? word('noOutlet') : isolated(outlet),
          cells: [number(String(documents))],
          figures,
        })),
        [word('documents')],
      ),
    heading('byDocument') +
      grid(
        'document',
        report.byDocument.map(({ id, title, cost, figures }) => ({
          of: `${isolated(title)} <code dir="ltr">${escaped(id)}</code>`,
          cells: [number(String(cost))],
          figures,
        })),
        [word('cost')],
      ),
  ]
  return parts.filter(Boolean).join('\n')
}

/** One page that needs nothing else: no script, no font, no request. */
export function reportHtml(report: AgreementReport, language: Language): string {
  const dir = language === 'ar' ? 'rtl' : 'ltr'
  const title = `${reportWords.title[language]}: ${report.title}`
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${page(report, language)}
</main>
</body>
</html>
`
}

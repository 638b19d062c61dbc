import { figureInterval, figureRemarks, figureValue } from './figure-text.ts'
import { figureWords } from './figure-words.ts'
import type { AgreementReport, Figure } from './report-shape.ts'
import { reportWords } from './report-words.ts'

type Language = 'ar' | 'en'

/** Passages shown on a terminal; the exports have them all. */
const shown = 10

/** A report for a terminal: a figure a line, headings between. */
export function reportText(report: AgreementReport, language: Language): string {
  const lines: string[] = []
  const name = (id: string) => report.names[id]?.[language] ?? id
  const heading = (text: string) => lines.push('', text)
  const line = (figure: Figure, indent = '  ') => {
    const interval = figureInterval(figure)
    const remarks = figureRemarks(figure, language).join('; ')
    const parts = [
      `${indent}${figureValue(figure).padStart(6)} ${interval.padEnd(interval ? 16 : 0)}`.trimEnd(),
      figureWords[figure.id].name[language],
      `n=${figure.units}`,
      remarks && `(${remarks})`,
    ]
    lines.push(parts.filter(Boolean).join('  '))
  }
  const short = (figures: readonly Figure[], ids: readonly string[]) =>
    figures
      .filter(({ id }) => ids.includes(id))
      .map(figure => `${figureWords[figure.id].name[language]} ${figureValue(figure)}`)
      .join(language === 'ar' ? '، ' : ', ')
  const word = (key: keyof typeof reportWords) => reportWords[key][language]

  lines.push(`${word('title')}: ${report.title}`)
  lines.push(
    `${word('documents')}: ${report.documents.compared} ${word('compared')} ${word('of')} ${report.documents.all}`,
  )
  lines.push(
    report.matching === 'arabic' ? word('matchingArabic') : word('matchingExact'),
    `${word('seed')} ${report.seed}, ${word('resamples')} ${report.resamples}`,
  )
  for (const { name, documents, annotations } of report.annotators)
    lines.push(
      `  ${name}: ${word('documents')} ${documents}, ${word('annotations')} ${annotations}`,
    )
  if (report.documents.compared === 0) return lines.join('\n')
  heading(word('overall'))
  for (const figure of report.overall) line(figure)
  for (const { label, figures } of report.byLabel) {
    if (figures.every(({ result }) => result.kind === 'undefined')) continue
    heading(`${word('label')}: ${name(label)}`)
    for (const figure of figures) line(figure)
  }
  heading(word('byPair'))
  for (const { one, two, documents, cost, figures } of report.byPair)
    lines.push(
      `  ${one} · ${two}: ${short(figures, ['f1-strict', 'f1-relaxed', 'token-alpha', 'token-kappa'])}; ${word('documents')} ${documents}, ${word('cost')} ${cost}`,
    )
  if (report.byOutlet.length > 1) heading(word('byOutlet'))
  if (report.byOutlet.length > 1)
    for (const { outlet, documents, figures } of report.byOutlet)
      lines.push(
        `  ${outlet ?? word('noOutlet')}: ${short(figures, ['f1-strict', 'f1-relaxed', 'token-alpha'])}; ${word('documents')} ${documents}`,
      )
  if (report.claims.length > 0) heading(word('claims'))
  for (const figure of report.claims) line(figure)
  for (const { label, attribute, figures } of report.attributes) {
    heading(`${name(label)} · ${name(`${label}.${attribute}`)}`)
    for (const figure of figures) line(figure)
  }
  if (report.relations.length > 0) heading(word('relations'))
  for (const { type, figures } of report.relations)
    lines.push(`  ${name(type)}: ${short(figures, ['relation-f1'])}`)
  heading(word('passages'))
  for (const { document, title, start, end, cost, quote } of report.passages.slice(0, shown))
    lines.push(`  ${cost}  ${title} ${document}:${start}-${end}  «${quote.replaceAll('\n', ' ')}»`)
  return lines.join('\n')
}

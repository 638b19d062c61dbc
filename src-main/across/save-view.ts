import { boardHtml } from '../../annotations/across/board-html.ts'
import type { Line } from '../../annotations/across/line.ts'
import { gexf, graphml } from '../../annotations/across/network-xml.ts'
import {
  boardCsv,
  networkCsv,
  profileCsv,
  statisticsCsv,
  timelineCsv,
} from '../../annotations/across/tables.ts'
import type { Input } from '../../annotations/api/contract.ts'
import { actorKindChoices } from '../../annotations/model/default-scheme.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import type { Watch } from '../threads/asked-thread.ts'
import type { AcrossService } from './across-service.ts'
import type { Known } from './read-across.ts'

type Asked = Pick<Input<'across.save'>, 'view' | 'filter' | 'language'>
type From = { folder: string; title: string; known: Known; service: AcrossService; watch: Watch }

/** Sentences handed on with a board, of each row. */
const linesOfRow = 40

/** What choices of an attribute are called, the scheme's own words before ours. */
function choiceNames(scheme: LabelScheme, attribute: string, language: 'ar' | 'en') {
  const names: Record<string, string> = {}
  for (const { id } of scheme.labels)
    for (const one of labelOf(scheme, id)?.attributes ?? [])
      if (one.id === attribute && one.type === 'choice')
        for (const choice of one.choices) names[choice.id] ??= choice.name[language]
  return names
}

/** A day, a month or a year in words, with the numerals of the page's own counts. */
function dayIn(language: 'ar' | 'en'): (iso: string) => string {
  const locale = language === 'ar' ? 'ar-IQ-u-nu-latn' : 'en-GB'
  return iso => {
    const [year = 1970, month, day] = iso.split('-').map(Number)
    return new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month !== undefined && { month: 'long' }),
      ...(day !== undefined && { day: 'numeric' }),
    }).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  }
}

/** The bytes of a view's file. */
export async function viewBytes(
  { view, filter, language }: Asked,
  from: From,
): Promise<Uint8Array> {
  const { folder, known, service, watch, title } = from
  const text = (written: string) => new TextEncoder().encode(written)
  // Spreadsheets know by it that a table is UTF-8.
  const table = (csv: string) => text(`\ufeff${csv}`)
  switch (view.kind) {
    case 'svg':
      return text(view.svg)
    case 'png':
      return new Uint8Array(Buffer.from(view.base64, 'base64'))
    case 'timeline': {
      const asked = { filter, by: view.by, end: view.end }
      return table(
        timelineCsv(await service.ask(folder, known, { kind: 'timeline', asked }, watch)),
      )
    }
    case 'network': {
      const asked = { filter, ...view.asked }
      const found = await service.ask(folder, known, { kind: 'network', asked }, watch)
      if (view.format === 'csv') return table(networkCsv(found))
      return text(view.format === 'gexf' ? gexf(found) : graphml(found))
    }
    case 'profile': {
      const question = { kind: 'profile' as const, asked: { filter } }
      return table(profileCsv(await service.ask(folder, known, question, watch)))
    }
    case 'statistics': {
      const question = { kind: 'statistics' as const, asked: { filter } }
      return table(statisticsCsv(await service.ask(folder, known, question, watch)))
    }
    case 'board': {
      const by = { by: view.by, end: view.end }
      const board = await service.ask(
        folder,
        known,
        { kind: 'board', asked: { filter, ...by } },
        watch,
      )
      if (view.format === 'csv') return table(boardCsv(board))
      const lines = new Map<string, readonly Line[]>()
      for (const { key } of board.rows) {
        const asked = { filter: { ...filter, subject: key }, ...by, limit: linesOfRow }
        const found = await service.ask(folder, known, { kind: 'lines', asked }, watch)
        lines.set(key, found.lines)
      }
      const ours = Object.fromEntries(actorKindChoices.map(({ id, name }) => [id, name[language]]))
      return text(
        boardHtml({
          title,
          board,
          lines,
          language,
          day: dayIn(language),
          names: {
            stances: choiceNames(known.scheme, 'stance', language),
            kinds: { ...ours, ...choiceNames(known.scheme, 'kind', language) },
          },
        }),
      )
    }
  }
}

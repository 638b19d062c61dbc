import type { Board, BoardRow } from './board.ts'
import { boardStyle, boardWords } from './board-words.ts'
import type { Contradiction } from './contradictions.ts'
import { explained } from './explain.ts'
import type { Line } from './line.ts'
import { xmlText } from './network-xml.ts'

type Names = { stances: Readonly<Record<string, string>>; kinds: Readonly<Record<string, string>> }

type Given = {
  title: string
  board: Board
  /** Statements by row, those that are to be read. */
  lines: ReadonlyMap<string, readonly Line[]>
  language: 'ar' | 'en'
  names: Names
  /** A day, a month or a year (ISO) as the reader writes it. */
  day(iso: string): string
}

const sides = ['for', 'against', 'neutral'] as const
const signs = { for: '+', against: '−', neutral: '○' }
const bdi = (text: string) => `<bdi>${xmlText(text)}</bdi>`

/** The board as one page to hand on: no script, nothing loaded, every word of the articles escaped. */
export function boardHtml({ title, board, lines, language, names, day }: Given): string {
  const say = boardWords[language]
  const { rows, columns, cells, contradictions } = board
  const name = (of: { ar: string; en?: string | undefined }) =>
    bdi((language === 'en' && of.en) || of.ar)
  const column = (one: Board['columns'][number]) =>
    one.name.ar === ''
      ? say.unknown
      : one.key === one.kind
        ? bdi(names.kinds[one.key] ?? one.key)
        : name(one.name)
  const code = (row: Pick<BoardRow, 'code'>) =>
    row.code === null ? `<small>${say.uncoded}</small> ` : `<b dir="ltr">${xmlText(row.code)}</b> `
  const place = new Map(rows.map(({ key }, at) => [key, `r${at + 1}`]))
  const outlets = new Set(
    [...lines.values()].flat().flatMap(({ outlet }) => (outlet === undefined ? [] : [outlet])),
  )

  const dateOf = ({ value, mod, quote }: Line['dates'][number]) => {
    const part =
      mod && Object.hasOwn(say.mod, mod) ? `${say.mod[mod as keyof typeof say.mod]} ` : ''
    const plain = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) ? day(value) : value
    return `<bdi dir="auto">${xmlText(quote)} (${part}${xmlText(plain)})</bdi>`
  }
  const chain = (line: Line) =>
    [
      line.outlet === undefined ? say.unknown : bdi(line.outlet),
      ...line.chain.map(link => name(link.name)),
    ].join(language === 'ar' ? ' ← ' : ' → ')
  const about = (line: Line) =>
    [
      bdi(names.stances[line.stance ?? ''] ?? line.stance ?? '—'),
      chain(line),
      bdi(line.published ? day(line.published) : say.undated),
      ...line.dates.map(dateOf),
      bdi(line.title),
    ].join(' · ')
  const quoted = (line: Line) =>
    `<blockquote class="${line.side}"><span lang="ar" dir="auto">${xmlText(line.quote)}</span><br><small>${about(line)}</small></blockquote>`

  const cellOf = new Map(cells.map(cell => [`${cell.row}\n${cell.column}`, cell]))
  const cell = (row: string, column: string) => {
    const found = cellOf.get(`${row}\n${column}`)
    if (!found) return '<td></td>'
    const parts = sides
      .filter(side => found[side] > 0)
      .map(
        side => `<span class="${side}" title="${say[side]}">${signs[side]} ${found[side]}</span>`,
      )
    return `<td>${parts.join(' &nbsp; ')}</td>`
  }
  const camp = (one: Contradiction['camps'][number]) =>
    `<div><b class="${one.side}">${one.day ? `${say.day} ${bdi(day(one.day))}` : say[one.side]} (${one.statements})</b>${one.lines.map(quoted).join('')}</div>`
  const contradiction = (one: Contradiction) =>
    `<section><h3>${code(one)}${name(one.text)}</h3><p class="mark">⚠ ${one.party ? say.own : say[one.kind]}</p><p class="why">${xmlText(explained(one, { language, day }))}</p><div class="camps">${one.camps.map(camp).join('')}</div></section>`
  const mark = (row: BoardRow) =>
    row.contradicted
      .map(
        kind => `<br><span class="mark">⚠ ${kind === 'same-source' ? say.own : say[kind]}</span>`,
      )
      .join('')
  const head = (row: BoardRow) =>
    `<th scope="row">${code(row)}<a href="#${place.get(row.key)}">${name(row.text)}</a>${mark(row)}</th>`
  const section = (row: BoardRow) => {
    const own = lines.get(row.key) ?? []
    const left = row.statements - own.length
    return `<section id="${place.get(row.key)}"><h3>${code(row)}${name(row.text)}</h3>${own.map(quoted).join('')}${left > 0 ? `<p class="facts">${say.more} ${left}</p>` : ''}<p class="facts"><a href="#board">${say.back}</a></p></section>`
  }

  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${xmlText(title)} · ${say.board}</title><style>${boardStyle}</style></head>
<body><h1>${say.board} · ${bdi(title)}</h1>
<p class="facts">${say.counts}: ${board.statements} · ${say.outlets}: ${outlets.size} · ${say.contradictions}: ${board.allContradictions}</p>
<p class="lead">${say.lead}</p>
<div class="wide" id="board"><table><thead><tr><th scope="col">${say.said}</th>${columns.map(one => `<th scope="col">${column(one)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(row => `<tr>${head(row)}${columns.map(one => cell(row.key, one.key)).join('')}</tr>`).join('\n')}</tbody></table></div>
<h2>${say.contradictions}</h2>
${contradictions.length > 0 ? contradictions.map(contradiction).join('\n') : `<p class="facts">${say.no}</p>`}
<h2>${say.sentences}</h2>
${rows.map(section).join('\n')}
</body></html>
`
}

import type { Board, BoardRow } from './board.ts'
import type { Contradiction } from './contradictions.ts'
import type { Line } from './line.ts'
import { xmlText } from './network-xml.ts'

type Language = 'ar' | 'en'
type Names = { stances: Readonly<Record<string, string>>; kinds: Readonly<Record<string, string>> }

const words = {
  ar: {
    board: 'لوح الادعاءات',
    said: 'ما قيل',
    contradictions: 'التناقضات',
    opposed: 'قوم يثبتون وقوم ينفون',
    dates: 'تواريخ لا تلتقي لأمر واحد',
    own: 'المصدر نفسه يقول القولين',
    for: 'يثبت',
    against: 'ينفي',
    neutral: 'يذكر',
    sentences: 'الأقوال جنبًا إلى جنب',
    unknown: 'غير معروف',
    voice: 'بصوت الصحيفة',
    uncoded: 'متشابهة غير مرمّزة',
    day: 'يلتقون في',
    counts: 'أقوال',
  },
  en: {
    board: 'Claims board',
    said: 'What is said',
    contradictions: 'Contradictions',
    opposed: 'some say it, some deny it',
    dates: 'dates of one thing that do not meet',
    own: 'the same source says both',
    for: 'says it',
    against: 'denies it',
    neutral: 'mentions it',
    sentences: 'What was said, side by side',
    unknown: 'not known',
    voice: 'the outlet’s own voice',
    uncoded: 'similar, not coded',
    day: 'they meet on',
    counts: 'statements',
  },
} as const

const style = `body{font:16px/1.7 "Noto Naskh Arabic","Geeza Pro","Traditional Arabic",Georgia,serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1f1d18;background:#faf8f3}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-block-start:2rem}table{border-collapse:collapse;width:100%;background:#fff}
th,td{border:1px solid #e4dfd2;padding:.4rem .6rem;text-align:start;vertical-align:top;font-size:.9rem}thead th{background:#f2efe7}
.for{color:#0b6e63}.against{color:#a8325e}.neutral{color:#5d584c}.mark{color:#9a5200;font-weight:600}
blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:3px solid #8f8877}small{color:#5d584c}
.camps{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}
@media (prefers-color-scheme:dark){body{color:#ece9e1;background:#17171a}table{background:#1e1e22}thead th{background:#131316}th,td{border-color:#313136}.for{color:#63d0c2}.against{color:#f08bb0}.neutral,small{color:#b5b0a3}.mark{color:#f3b25c}}`

type Given = {
  title: string
  board: Board
  /** Statements by row, those that are to be read. */
  lines: ReadonlyMap<string, readonly Line[]>
  language: Language
  names: Names
}

/** The board as one page to hand on: no script, nothing loaded, every word of the articles escaped. */
export function boardHtml({ title, board, lines, language, names }: Given): string {
  const say = words[language]
  const bdi = (text: string) => `<bdi>${xmlText(text)}</bdi>`
  const name = (of: { ar: string; en?: string | undefined }) =>
    bdi((language === 'en' && of.en) || of.ar)
  const column = (one: Board['columns'][number]) =>
    one.name.ar === ''
      ? say.unknown
      : one.key === one.kind
        ? bdi(names.kinds[one.key] ?? one.key)
        : name(one.name)
  const subject = (row: Pick<BoardRow, 'code' | 'text'>) =>
    `${row.code === null ? `<small>${say.uncoded}</small> ` : `<b dir="ltr">${xmlText(row.code)}</b> `}${name(row.text)}`
  const chain = (line: Line) =>
    [
      line.outlet === undefined ? say.unknown : bdi(line.outlet),
      ...line.chain.map(link => name(link.name)),
    ].join(' ← ')
  const quoted = (line: Line) =>
    `<blockquote dir="auto" class="${line.side}">${xmlText(line.quote)}<br><small>${chain(line)} · ${bdi(line.published ?? say.unknown)} · ${bdi(names.stances[line.stance ?? ''] ?? line.stance ?? '—')}${line.dates.map(({ value, mod }) => ` · <bdi dir="ltr">${xmlText(value)}${mod ? ` ${mod}` : ''}</bdi>`).join('')} · ${bdi(line.title)}</small></blockquote>`
  const cellOf = new Map(board.cells.map(cell => [`${cell.row}\n${cell.column}`, cell]))
  const cell = (row: string, column: string) => {
    const found = cellOf.get(`${row}\n${column}`)
    if (!found) return '<td></td>'
    const parts = (['for', 'against', 'neutral'] as const)
      .filter(side => found[side] > 0)
      .map(side => `<span class="${side}">${say[side]} ${found[side]}</span>`)
    return `<td>${parts.join('<br>')}</td>`
  }
  const camp = (one: Contradiction['camps'][number]) =>
    `<div><b class="${one.side}">${say[one.side]} (${one.statements})${one.day ? ` · ${say.day} <bdi dir="ltr">${one.day}</bdi>` : ''}</b>${one.lines.map(quoted).join('')}</div>`
  const contradiction = (one: Contradiction) =>
    `<section><h3>${subject(one)}</h3><p class="mark">${say[one.kind]}${one.party ? ` · ${say.own}: ${name(one.party.name)}` : ''}</p><div class="camps">${one.camps.map(camp).join('')}</div></section>`
  const mark = (row: BoardRow) =>
    row.contradicted
      .map(
        kind => `<br><span class="mark">⚠ ${kind === 'same-source' ? say.own : say[kind]}</span>`,
      )
      .join('')
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${xmlText(title)} · ${say.board}</title><style>${style}</style></head>
<body><h1>${say.board} · ${bdi(title)}</h1>
<p>${board.statements} ${say.counts}</p>
<table><thead><tr><th scope="col">${say.said}</th>${board.columns.map(one => `<th scope="col">${column(one)}</th>`).join('')}</tr></thead>
<tbody>${board.rows.map(row => `<tr><th scope="row">${subject(row)}${mark(row)}</th>${board.columns.map(one => cell(row.key, one.key)).join('')}</tr>`).join('\n')}</tbody></table>
${board.contradictions.length > 0 ? `<h2>${say.contradictions}</h2>${board.contradictions.map(contradiction).join('\n')}` : ''}
<h2>${say.sentences}</h2>
${board.rows.map(row => `<section><h3>${subject(row)}</h3>${(lines.get(row.key) ?? []).map(quoted).join('')}</section>`).join('\n')}
</body></html>
`
}

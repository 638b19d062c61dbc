import { z } from 'zod'
import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import { parseDay } from '../../annotations/dates/calendar-date.ts'
import { type DateMention, findDates } from '../../annotations/dates/find-dates.ts'
import { linesOf } from './stdin-lines.ts'

/** What a line of `isnad dates` holds: every key always there, null where a date has none. Offsets are UTF-16. */
function dateLine({ start, end, text, type, value, edtf, mod, calendar }: DateMention) {
  return { start, end, text, type, value, edtf: edtf ?? null, mod: mod ?? null, calendar }
}

const asked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  anchor: z.string().nullish(),
})

const notDay: Record<Language, (anchor: string) => string> = {
  ar: anchor => `«${anchor}» ليس يومًا (YYYY-MM-DD)`,
  en: anchor => `“${anchor}” is not a day (YYYY-MM-DD)`,
}

/** The line's dates as a line, or why it is none. */
function answer(line: string, language: Language): { line: string } | { why: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { why: 'JSON' }
  }
  const read = asked.safeParse(value)
  if (!read.success) return { why: z.prettifyError(read.error).replace(/\s+/g, ' ') }
  const { id, text, anchor } = read.data
  if (anchor != null && !parseDay(anchor)) return { why: notDay[language](anchor) }
  const dates = findDates(text, { anchor: anchor ?? undefined }).map(dateLine)
  return { line: JSON.stringify({ id, dates }) }
}

/** Waits where the reader is slower than we are. */
const print = (line: string): Promise<void> | undefined =>
  process.stdout.write(`${line}\n`)
    ? undefined
    : new Promise(resolve => process.stdout.once('drain', resolve))

async function readAll(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  // A byte order mark counts as a character: offsets are into the text as it came.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
}

/** `isnad dates`: a text in, a date a line out; with `jsonl`, a line out for every line in. 1 if a line was no request. */
export async function dates(
  { anchor, jsonl }: { anchor: string | undefined; jsonl: boolean },
  language: Language,
): Promise<0 | 1> {
  if (!jsonl) {
    for (const mention of findDates(await readAll(), { anchor }))
      await print(JSON.stringify(dateLine(mention)))
    return 0
  }
  let number = 0
  let code: 0 | 1 = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    if (line.trim() === '') continue
    const given = answer(line.replace(/^\ufeff/, ''), language)
    if ('line' in given) await print(given.line)
    else {
      code = 1
      const params = { file: `stdin:${number}`, detail: given.why }
      process.stderr.write(`${failureText({ code: 'wrong-shape', params }, language, true)}\n`)
    }
  }
  return code
}

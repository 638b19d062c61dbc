import type { Readable } from 'node:stream'
import { failureText, type Language } from '../../annotations/api/failure-text.ts'
import { matchLine } from '../search/match-line.ts'
import { linesOf } from './stdin-lines.ts'

/** `isnad match`: a line in, a line out; a line that cannot be read is named by its number, and the rest goes on. */
export async function matchLines(
  input: Readable,
  write: (line: string) => void,
  language: Language,
): Promise<0 | 1> {
  let number = 0
  let clean = true
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === '') continue
    const answer = matchLine(line.replace(/^\ufeff/, ''))
    if (answer.ok) {
      write(`${answer.line}\n`)
      continue
    }
    clean = false
    const params = { file: `stdin:${number}`, detail: answer.detail }
    process.stderr.write(`${failureText({ code: 'wrong-shape', params }, language, true)}\n`)
  }
  return clean ? 0 : 1
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Found } from '../../../annotations/formats/exchange/foreign.ts'
import { settle } from '../../../annotations/formats/exchange/settle.ts'
import { formatIds } from '../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../annotations/formats/formats.ts'

const golden = join(import.meta.dirname, '../../golden')

/** What a record says, once it is put in its place: what would be imported, and what is said about the rest. */
function said(found: Found) {
  if ('problem' in found) return { line: found.line, problem: found.problem }
  const { document, line } = found
  if (document.text === undefined) return { line, id: document.id, text: null }
  const settled = settle(document, document.text)
  return {
    line,
    metadata: document.metadata,
    text: settled.text,
    unit: settled.unit,
    kept: document.kept,
    problems: settled.problems,
    sets: settled.sets.map(({ annotator, machine, annotations, relations, kept }) => ({
      annotator,
      machine,
      kept,
      annotations: annotations.map(({ id, label, spans, attributes, kept }) => ({
        id,
        label,
        spans: spans.map(({ start, end, quote }) => `${start}–${end} ${quote}`),
        attributes: Object.fromEntries(attributes),
        kept,
      })),
      relations: relations.map(({ type, from, to, order, kept }) => ({
        link: `${from} ${type} ${to}`,
        order,
        kept,
      })),
    })),
  }
}

function readFiles(format: string, folder: string) {
  const id = formatIds.find(id => id === format)
  const about = id && formatOf(id)
  if (!about?.reader) throw new Error(`${format} is no format that is read`)
  const { reader } = about
  const names = readdirSync(folder).filter(
    name => extname(name) === about.extension && !/\.(documents|relations|claims)\.csv$/.test(name),
  )
  return Object.fromEntries(
    names.sort().map(name => {
      const text = readFileSync(join(folder, name), 'utf8')
      const lines = text.split('\n').filter(line => line.trim() !== '')
      const found =
        reader.by === 'line'
          ? lines.flatMap(line => reader.read(line))
          : [
              ...reader.read({
                name,
                text,
                beside: ending => {
                  const path = join(folder, name.slice(0, -extname(name).length) + ending)
                  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
                },
              }),
            ]
      return [name, found.map(said)]
    }),
  )
}

const folders = readdirSync(golden).filter(name => formatIds.some(id => id === name))

test('every format that is read has golden files', () => {
  const read = formatIds.filter(id => formatOf(id).reader && id !== 'isnad')
  expect(folders.sort()).toEqual([...read].sort())
})

test.each(folders)('%s: the golden files say what is written down', format => {
  const folder = join(golden, format)
  const found = `${JSON.stringify(readFiles(format, folder), null, 1)}\n`
  const expected = join(folder, 'expected.txt')
  if (process.env.ISNAD_RENEW) writeFileSync(expected, found)
  expect(found).toBe(readFileSync(expected, 'utf8'))
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

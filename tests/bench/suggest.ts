import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../annotations/dates/find-dates.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { suggest } from '../../annotations/suggest/suggest.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { figure, median, most, timed } from './measure.ts'
import type { Part } from './report.ts'

/** Bytes of UTF-8: an article of the press, and the one that is promised. */
const sizes = [5_000, 10_000, 40_000]
const rounds = 15

/** Articles of the repository one after another, cut to a length in bytes. */
function articleOf(root: string, bytes: number): string {
  const folder = join(root, 'tests', 'golden', 'suggest')
  const one = ['water', 'strike'].map(name => readFileSync(join(folder, `${name}.txt`), 'utf8'))
  const text = Array.from({ length: 8 }, () => one.join('\n\n')).join('\n\n')
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).slice(0, -1)
}

/** How long suggestions of an article take, beside the dates alone and beside one look at every letter. */
export async function measureSuggest(root: string): Promise<Part> {
  const rows: string[][] = []
  let promised = Number.NaN
  for (const bytes of sizes) {
    const text = articleOf(root, bytes)
    const document = {
      text,
      regions: findRegions(text),
      published: '2024-03-12',
      outlet: undefined,
    }
    const of = async (work: () => unknown) => {
      const taken: number[] = []
      for (let at = 0; at < rounds; at++) taken.push(await timed(work))
      return taken
    }
    const all = await of(() => suggest(document, { actors: [], scheme: defaultScheme }))
    const dates = await of(() => findDates(text, { anchor: '2024-03-12' }))
    const letters = await of(() => [...text.matchAll(/\p{L}+/gu)].length)
    const made = suggest(document, { actors: [], scheme: defaultScheme })
    if (bytes === 10_000) promised = median(all)
    rows.push([
      `${bytes / 1000} KB`,
      `${figure(median(all))} / ${figure(most(all))}`,
      figure(median(dates)),
      figure(median(letters)),
      String(made.annotations.length),
    ])
  }
  return {
    id: 'suggest',
    title: 'Suggesting',
    intro:
      'Actors, dates and claims of an article by rule, as the app does it when an article is looked at; the words alone are the least that any reading costs.',
    columns: [
      'article',
      'all, median / most (ms)',
      'dates alone (ms)',
      'words alone (ms)',
      'found',
    ],
    rows,
    ratios: [
      { name: 'a 10 KB article (ms)', value: promised, target: 100, better: 'lower', unit: ' ms' },
    ],
  }
}

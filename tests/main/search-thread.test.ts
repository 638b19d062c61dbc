import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appError } from '../../src-main/app-error.ts'
import { searchThread } from '../../src-main/search/search-thread.ts'
import { shipped } from '../../src-main/shells/app-root.ts'
import { failureFrom, tempProject } from './temp-project.ts'

// Built before these tests are run (`tests/build-program.mjs`).
const { workers } = shipped(join(import.meta.dirname, '../..'))
const watch = { progress: () => {}, check: () => {} }
const asked = { order: 'document', offset: 0, limit: 10 } as const

test('a thread answers many at once, says what is wrong with a query, and goes on when nobody waits', async () => {
  const { paths, first } = await tempProject()
  const search = searchThread(workers.search)
  const word = first.text.match(/\p{L}{4,}/u)?.[0] as string
  const nobody = {
    ...watch,
    check() {
      throw appError('cancelled', {})
    },
  }
  const [found, wrong, cancelled, again] = await Promise.all([
    search.query(paths.folder, { ...asked, query: word }, watch),
    failureFrom(search.query(paths.folder, { ...asked, query: 'نهر (سد' }, watch)),
    failureFrom(search.query(paths.folder, { ...asked, query: word }, nobody)),
    search.query(paths.folder, { ...asked, query: word }, watch),
  ])
  expect(found.lines[0]?.hit).toContain(word)
  expect(again).toEqual(found)
  expect(wrong.code).toBe('bad-query')
  expect(cancelled.code).toBe('cancelled')
  expect(await search.copies(paths.folder, watch)).toEqual([])
})

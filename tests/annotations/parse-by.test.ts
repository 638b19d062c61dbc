import { expect, test } from 'vitest'
import { storedProject } from '../../annotations/model/stored.ts'

test('a file in which a hundred thousand things are wrong is wrong, and no end of the program', () => {
  const outlets = Array.from({ length: 300_000 }, () => 1)
  const scheme = { labels: outlets, relationTypes: outlets, attributes: outlets }
  const text = JSON.stringify({ format: 'isnad-project/1', id: 'x', title: 'x', scheme })
  expect(storedProject.parse(text)).toMatchObject({ ok: false })
})

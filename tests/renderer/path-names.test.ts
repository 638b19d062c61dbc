import { expect, test } from 'vitest'
import { fileNameFrom, joined, nameOf, parentOf } from '../../src-renderer/views/path-names.ts'

test('a path is taken apart and put together as its own system writes it', () => {
  for (const [folder, name] of [
    ['/home/ليلى', 'مشروع'],
    ['/', 'مشروع'],
    ['C:\\Users\\ليلى', 'مشروع'],
    ['C:\\', 'مشروع'],
    ['\\\\server\\share', 'مشروع'],
    // A backslash is a letter of a name where paths begin with a slash.
    ['/home', 'a\\b'],
  ] as const) {
    const path = joined(folder, name)
    expect(nameOf(path)).toBe(name)
    expect(parentOf(path)).toBe(folder)
  }
})

test('a slash at the end changes nothing', () => {
  expect(nameOf('/home/ليلى/')).toBe('ليلى')
  expect(parentOf('/home/ليلى/')).toBe('/home')
})

test('going up ends at the root', () => {
  expect(parentOf('/')).toBe('/')
  expect(parentOf('C:\\')).toBe('C:\\')
})

test('a title becomes a name every system takes, and stays readable', () => {
  expect(fileNameFrom('محادثات التحالف: ٢٠٢٤/٢٠٢٥؟ "مسودة"')).toBe(
    'محادثات التحالف ٢٠٢٤ ٢٠٢٥؟ مسودة',
  )
  expect(fileNameFrom('\u202bعنوان\u202c')).toBe('عنوان')
  expect(fileNameFrom('...')).toBe('')
})

import { z } from 'zod'
import { fold } from '../arabic/fold.ts'

const column = z.string().min(1)

/** Which column of a table says what about an article; only the text is needed. */
export const tableMapping = z.strictObject({
  text: column,
  title: column.optional(),
  outlet: column.optional(),
  author: column.optional(),
  url: column.optional(),
  published: column.optional(),
})
export type TableMapping = z.infer<typeof tableMapping>
export const tableFields = ['text', 'title', 'outlet', 'author', 'url', 'published'] as const
export type TableField = (typeof tableFields)[number]

/** What columns are called where people keep articles in tables. */
const usual: Record<TableField, string[]> = {
  text: [
    'text',
    'body',
    'content',
    'article',
    'full text',
    'fulltext',
    'النص',
    'نص',
    'المتن',
    'نص المقال',
    'المحتوى',
    'المقال',
    'الخبر',
  ],
  title: ['title', 'headline', 'heading', 'العنوان', 'عنوان'],
  outlet: [
    'outlet',
    'source',
    'publisher',
    'newspaper',
    'media',
    'site',
    'المصدر',
    'الصحيفة',
    'الجريدة',
    'الوسيلة',
    'الموقع',
    'الوكالة',
  ],
  author: ['author', 'byline', 'writer', 'الكاتب', 'المؤلف', 'المحرر', 'بقلم'],
  url: ['url', 'link', 'address', 'الرابط', 'رابط'],
  published: [
    'published',
    'date',
    'pubdate',
    'publication date',
    'publish date',
    'published at',
    'التاريخ',
    'تاريخ',
    'تاريخ النشر',
  ],
}

const key = (name: string) => fold(name.trim().replace(/[_-]+/g, ' ')).folded

/** The columns by their names; undefined where none is called what a text is called. */
export function guessMapping(columns: readonly string[]): TableMapping | undefined {
  const find = (field: TableField) => {
    const names = usual[field].map(key)
    return names.flatMap(name => columns.filter(column => key(column) === name))[0]
  }
  const text = find('text')
  if (text === undefined) return undefined
  const mapping: TableMapping = { text }
  for (const field of tableFields) {
    const found = find(field)
    if (field !== 'text' && found !== undefined) mapping[field] = found
  }
  return mapping
}

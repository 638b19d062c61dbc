import { moreReaders } from './more-readers.ts'
import { type Reader, readers } from './readers.ts'

/** In the order of the table. */
export const allReaders: readonly Reader[] = [...readers, ...moreReaders]

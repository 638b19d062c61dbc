import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const sample = join(root, 'samples/coalition-talks')
export const source = { kind: 'project', project: sample } as const

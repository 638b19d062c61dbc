import { commandLine } from './command-line.ts'
import { fuzzReaders } from './fuzz-readers.ts'
import type { Part } from './part.ts'
import { wire } from './wire.ts'

/** In the order of the table. */
export const parts: readonly Part[] = [fuzzReaders, wire, commandLine]

import { commandLine } from './command-line.ts'
import { disk } from './disk.ts'
import { fuzzReaders } from './fuzz-readers.ts'
import { kills } from './kills.ts'
import type { Part } from './part.ts'
import { power } from './power.ts'
import { twoPrograms } from './two-programs.ts'
import { wire } from './wire.ts'

/** In the order of the table. */
export const parts: readonly Part[] = [
  kills,
  disk,
  power,
  twoPrograms,
  fuzzReaders,
  wire,
  commandLine,
]

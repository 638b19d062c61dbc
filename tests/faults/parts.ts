import { commandLine } from './command-line.ts'
import { disk } from './disk.ts'
import { fuzzReaders } from './fuzz-readers.ts'
import { kills } from './kills.ts'
import { largeProject } from './large.ts'
import type { Part } from './part.ts'
import { power } from './power.ts'
import { pumpedReaders } from './pumped-readers.ts'
import { time } from './time.ts'
import { twoPrograms } from './two-programs.ts'
import { wire } from './wire.ts'

/** In the order of the table. */
export const parts: readonly Part[] = [
  kills,
  disk,
  power,
  twoPrograms,
  time,
  largeProject,
  fuzzReaders,
  pumpedReaders,
  wire,
  commandLine,
]

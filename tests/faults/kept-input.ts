import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** Where what broke a reader is kept for whoever mends it: `npm run faults -- again FILE` reads it again. */
export function keepInput(reader: string, input: Uint8Array): string {
  const file = join(tmpdir(), `isnad-fuzz-${reader}-${Date.now()}.bin`)
  writeFileSync(file, input)
  return file
}

/** The reader that a kept input is of. */
export const readerOf = (file: string) => /^isnad-fuzz-(.+)-\d+\.bin$/.exec(basename(file))?.[1]

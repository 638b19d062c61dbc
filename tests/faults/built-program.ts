import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'

const cli = join(import.meta.dirname, '../../out/main/cli.js')

/** A promise that the program keeps as it is built, tried in a folder of its own; `timeout` in milliseconds. */
export function testBuilt(
  promise: string,
  timeout: number,
  run: (given: { readonly cli: string; readonly folder: string }) => Promise<void>,
): void {
  test.skipIf(!existsSync(cli))(promise, { timeout }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-built-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    await run({ cli, folder })
  })
}

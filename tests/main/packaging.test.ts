import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../electron-builder.config.ts'
import { appRoot, shipped } from '../../src-main/shells/app-root.ts'
import { tempFolder } from './temp-project.ts'

test('the fuses leave the packaged binary no way to be another program', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  })
  expect(config.asar).toBe(true)
  expect(config.publish).toBeNull()
})

test('a package holds what the app asks for, where it asks for it', async () => {
  const resources = await tempFolder()
  const asar = join(resources, 'app.asar')
  await mkdir(join(asar, 'out', 'main'), { recursive: true })
  await writeFile(join(asar, 'package.json'), '{"version":"1.2.3"}')
  expect(appRoot(`file://${join(asar, 'out', 'main', 'electron.js')}`)).toBe(asar)
  const found = shipped(asar)
  // Copied and started by programs that cannot look into an archive: beside it.
  expect(found.sample).toBe(join(resources, 'samples', 'coalition-talks'))
  expect(config.extraResources).toEqual([{ from: 'samples', to: 'samples' }])
  expect(found.workers.export).toBe(join(`${asar}.unpacked`, 'out', 'main', 'export-worker.mjs'))
  expect(config.asarUnpack).toEqual(['out/main/*-worker.mjs'])
  for (const inside of [found.renderer, found.preload])
    expect(dirname(inside).startsWith(asar)).toBe(true)
  expect(config.files).toContain('out/**')
})

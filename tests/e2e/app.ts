import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { Settings } from '../../annotations/api/settings.ts'
import { type Browsing, browsing, inBrowser } from './in-browser.ts'
import { inWindow } from './in-window.ts'
import { type Articles, makeProject } from './make-project.ts'
import { repository } from './repository.ts'
import type { Running } from './running.ts'

export type App = {
  /** The page as it is now: another one after a restart. */
  readonly page: Page
  readonly origin: string
  /** In the window alone. */
  readonly electron: ElectronApplication | undefined
  /** ISNAD_HOME: settings and the like, of this test alone. */
  home: string
  /** The project's folder, of this test alone. */
  project: string
  /** Close it and open it again on the same home and project. */
  restart(): Promise<void>
}

type Options = {
  /** What the app is started on: a copy of the sample, or a project without documents. */
  startOn: 'sample' | 'empty'
  /** What is in a project that is not the sample. */
  articles: Articles
  /** What the user had set before, over the defaults. */
  settings: Partial<Settings>
  /** Errors in the page and refused loads are what this test is about. */
  troubled: boolean
}

type Fixtures = Options & { app: App }

export const test = base.extend<Fixtures, { browsing: Browsing }>({
  startOn: ['sample', { option: true }],
  articles: [{}, { option: true }],
  settings: [{}, { option: true }],
  troubled: [false, { option: true }],

  // biome's and Playwright's rules meet here: a fixture must name what it needs, even where that is nothing.
  browsing: [({ browserName: _ }, use) => browsing(use), { scope: 'worker' }],

  app: async ({ startOn, articles, settings, troubled, browsing }, use, testInfo) => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-e2e-'))
    const home = join(folder, 'home')
    const project = join(folder, 'project')
    await mkdir(home)
    // Whoever is asked for her name once has been asked.
    const set = { format: 'isnad-settings/1', named: true, ...settings }
    await writeFile(join(home, 'settings.json'), JSON.stringify(set))
    if (startOn === 'sample')
      await cp(join(repository, 'samples', 'coalition-talks'), project, { recursive: true })
    else await makeProject(project, articles)

    const troubles: string[] = []
    const foreign: string[] = []
    const start = async () => {
      const running =
        testInfo.project.name === 'electron'
          ? await inWindow(home, project)
          : await inBrowser(await browsing(), home, project)
      running.page.on('pageerror', error => troubles.push(String(error)))
      running.page.on('console', message => {
        if (message.type() === 'error') troubles.push(message.text())
      })
      return running
    }
    const note = ({ requests, origin }: Running) =>
      foreign.push(
        ...requests.filter(url => !url.startsWith(`${origin}/`) && !url.startsWith('data:')),
      )

    let running = await start()
    await use({
      get page() {
        return running.page
      },
      get origin() {
        return running.origin
      },
      get electron() {
        return running.electron
      },
      home,
      project,
      async restart() {
        await running.close()
        note(running)
        running = await start()
      },
    })
    await running.close()
    note(running)
    await rm(folder, { recursive: true, force: true })
    if (!troubled) {
      expect(foreign, 'no request leaves the machine').toEqual([])
      expect(troubles, 'no error in the page').toEqual([])
    }
  },
})

export { expect } from '@playwright/test'

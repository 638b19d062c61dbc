import { type Dispatch, dispatcher } from './dispatch.ts'
import { acrossHandlers } from './handlers/across.ts'
import { actorHandlers } from './handlers/actors.ts'
import { agreementHandlers } from './handlers/agreement.ts'
import { annotatedHandlers } from './handlers/annotated.ts'
import { appHandlers } from './handlers/app.ts'
import { checkHandlers } from './handlers/check.ts'
import { diagnosticsHandlers } from './handlers/diagnostics.ts'
import { documentHandlers } from './handlers/documents.ts'
import { exportHandlers } from './handlers/export.ts'
import { folderHandlers } from './handlers/folders.ts'
import { guidelineHandlers } from './handlers/guidelines.ts'
import { importHandlers } from './handlers/import.ts'
import { mergeHandlers } from './handlers/merge.ts'
import { peopleHandlers } from './handlers/people.ts'
import { projectHandlers } from './handlers/projects.ts'
import { propositionHandlers } from './handlers/propositions.ts'
import { reviewHandlers } from './handlers/review.ts'
import { schemeHandlers } from './handlers/scheme.ts'
import { searchHandlers } from './handlers/search.ts'
import { setHandlers } from './handlers/sets.ts'
import { suggestHandlers } from './handlers/suggest.ts'
import { versionHandlers } from './handlers/versions.ts'
import { watchHandlers } from './handlers/watch.ts'
import { type Shell, services } from './services.ts'

/** What a shell carries calls to; closed before the program ends, so that nothing is left under way. */
type App = Dispatch & { close(): Promise<void> }

/** The whole main side behind one function; a shell carries calls to it. */
export function createApp(shell: Shell, onBug: (method: string, error: unknown) => void): App {
  const app = services(shell)
  const dispatch = dispatcher(
    {
      ...appHandlers(app),
      ...diagnosticsHandlers(app),
      ...projectHandlers(app),
      ...mergeHandlers(app),
      ...peopleHandlers(app),
      ...guidelineHandlers(app),
      ...schemeHandlers(app),
      ...documentHandlers(app),
      ...setHandlers(app),
      ...versionHandlers(app),
      ...actorHandlers(app),
      ...propositionHandlers(app),
      ...suggestHandlers(app),
      ...searchHandlers(app),
      ...importHandlers(app),
      ...annotatedHandlers(app),
      ...watchHandlers(app),
      ...exportHandlers(app),
      ...checkHandlers(app),
      ...folderHandlers(app),
      ...agreementHandlers(app),
      ...reviewHandlers(app),
      ...acrossHandlers(app),
    },
    onBug,
    app.diagnostics?.called,
  )
  const close = async () => {
    await Promise.all([app.projectWatchers.close(), app.watchers.close()])
    await app.projects.close()
  }
  return Object.assign(dispatch, { close })
}

import { randomUUID } from 'node:crypto'
import { cp, rename, rm, stat } from 'node:fs/promises'
import type { DocumentEntry, ProjectView } from '../../annotations/api/views.ts'
import { clashing } from '../../annotations/model/annotator.ts'
import { readySchemes } from '../../annotations/model/ready-schemes.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import type { OpenProject } from '../storage/projects.ts'
import { makeFolder } from '../storage/replace-file.ts'
import { sweepProject } from '../storage/sweep.ts'
import { sampleFolder } from '../storage/user-data.ts'
import { holdFor } from '../storage/writing-as.ts'
import type { Changed } from '../watch/watch-project.ts'

/** Milliseconds after an opening until what a crash left is looked for. */
const rest = 5000
/** How many projects the app remembers. */
const recentKept = 12

async function viewOf({
  paths,
  project,
  index,
  actors,
  propositions,
  exceptions,
  unreadable,
}: OpenProject): Promise<ProjectView> {
  const register = await actors.all()
  const codebook = await propositions.all()
  return {
    folder: paths.folder,
    project,
    annotators: index.annotators(),
    actors: register.actors,
    propositions: codebook.values,
    exceptions: await exceptions.strings(),
    documents: index.entries(),
    unreadable: [...unreadable, ...register.unreadable, ...codebook.unreadable],
  }
}

export function projectHandlers({
  shell,
  projects,
  settings,
  watchers,
  projectWatchers,
  search,
}: Services): Pick<
  Handlers,
  'project.annotate-as' | 'project.create' | 'project.hold' | 'project.open' | 'project.sample'
> {
  const swept = new Set<string>()

  async function remember({ folder, project }: ProjectView) {
    if (shell.kind === 'cli') return
    // Where the user's own folder takes no more, a project opens all the same; it is not remembered.
    const remembering = settings.change(now => {
      const known = now.recent.find(recent => recent.folder === folder)
      const others = now.recent.filter(recent => recent.folder !== folder)
      const opened = { ...known, folder, title: project.title, opened: shell.now().toISOString() }
      return { ...now, recent: [opened, ...others].slice(0, recentKept) }
    })
    await remembering.catch(error => {
      shell.diagnostics?.write('warn', 'settings not written', { code: failureOf(error).code })
    })
  }

  /** Say what others did to the project's files, with the rows of the list as they are now. */
  const tell =
    ({ paths, index }: OpenProject) =>
    async ({ sets, more }: Changed) => {
      const entries = []
      for (const { annotator, documentId } of sets) await index.reread(annotator, documentId)
      for (const id of new Set(sets.map(({ documentId }) => documentId)))
        entries.push(...(index.entry(id) ? [index.entry(id) as DocumentEntry] : []))
      shell.emit({ kind: 'changed', project: paths.folder, sets, entries, more })
    }

  return {
    'project.annotate-as': async ({ project: folder, annotator }) => {
      const { index, locks } = await projects.get(folder)
      const known = clashing(annotator, index.annotators())
      if (known !== undefined) throw appError('annotator-clash', { name: annotator, known })
      // Let go once what is under way has ended, which nobody waits for.
      void locks.releaseAll().catch(() => {})
      return settings.change(now => ({
        ...now,
        annotator: now.annotator ?? annotator,
        named: true,
        recent: now.recent.map(recent =>
          recent.folder === folder ? { ...recent, annotator } : recent,
        ),
      }))
    },
    'project.create': async ({ folder, title, scheme }) => {
      const id = `p-${randomUUID().slice(0, 13)}`
      const created = await projects.create(folder, {
        id,
        title,
        created: shell.now().toISOString(),
        scheme: readySchemes[scheme].scheme,
      })
      const view = await viewOf(created)
      await remember(view)
      return view
    },
    'project.hold': async ({ project, annotator }) => {
      const { held, settled } = await holdFor(await projects.get(project), annotator)
      if (held.kind === 'ours') return { settled }
      const { host, since } = held.holder
      return { holder: { annotator, host, since }, settled }
    },
    'project.open': async ({ folder }) => {
      const open = await projects.reopen(folder)
      if (shell.kind !== 'cli') {
        projectWatchers.watch(open.paths, tell(open))
        // What a crash has left behind, while the analyst looks at her list.
        if (!swept.has(open.paths.folder))
          setTimeout(() => void sweepProject(open.paths.folder), rest).unref()
        swept.add(open.paths.folder)
      }
      const view = await viewOf(open)
      shell.diagnostics?.write('info', 'project opened', {
        documents: view.documents.length,
        annotators: view.annotators.length,
        actors: view.actors.length,
        unreadable: view.unreadable.map(({ code }) => code),
      })
      search.touch(view.folder, 'all')
      await remember(view)
      if (shell.kind !== 'cli')
        for (const one of (await settings.read()).watching)
          if (one.project === view.folder) watchers.start(one.project, one.folder)
      return view
    },
    'project.sample': async () => {
      const folder = sampleFolder(shell.userData)
      if (await stat(folder).catch(() => undefined)) return { folder }
      // Copied beside its place first, so that a copy cut short is never taken for the sample.
      const half = `${folder}.${process.pid}.tmp`
      try {
        await makeFolder(shell.userData)
        await cp(shell.sample, half, { recursive: true })
        await rename(half, folder)
      } catch (error) {
        await rm(half, { recursive: true, force: true })
        throw new AppError(failureOf(error, folder))
      }
      return { folder }
    },
  }
}

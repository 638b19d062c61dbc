import type { ReadLine } from '../../annotations/api/across.ts'
import { nextSentenceEnd, previousSentenceStart } from '../../annotations/text/sentences.ts'
import type { AcrossService } from '../across/across-service.ts'
import { acrossThread } from '../across/across-thread.ts'
import { viewBytes } from '../across/save-view.ts'
import type { Handlers } from '../dispatch.ts'
import { exportPlace } from '../export/export-place.ts'
import type { Services } from '../services.ts'
import type { OpenProject } from '../storage/projects.ts'
import { replaceFile } from '../storage/replace-file.ts'

type Mine = Extract<keyof Handlers, `across.${string}`>

/** Letters around a claim at most, where its sentence is longer. */
const around = 240

/** Views over all documents: computed beside the window, cancelled under their job. */
export function acrossHandlers({ projects, jobs, shell }: Services): Pick<Handlers, Mine> {
  let here: Promise<AcrossService> | undefined
  const thread = shell.workers && acrossThread(shell.workers.across)
  // What reckons with graphs is loaded where it is used: in the thread, or here with the first question.
  const service: AcrossService = thread ?? {
    async ask(...asked) {
      here ??= import('../across/across-service.ts').then(({ acrossService }) => acrossService())
      return (await here).ask(...asked)
    },
    ready: () => {},
  }

  async function opened(folder: string) {
    const open = await projects.get(folder)
    const documents = open.index
      .documents()
      .map(({ id, title, outlet, published, words }) => ({ id, title, outlet, published, words }))
    const known = { documents, scheme: open.project.scheme }
    return { open, known, folder: open.paths.folder }
  }

  /** The claim in its sentence. */
  async function inSentence(
    { documents }: OpenProject,
    line: Omit<ReadLine, 'before' | 'after'>,
  ): Promise<ReadLine> {
    const document = await documents.read(line.document).catch(() => undefined)
    if (!document) return { ...line, before: '', after: '' }
    const { text } = document
    const from = Math.max(previousSentenceStart(text, line.start + 1), line.start - around)
    const to = Math.min(
      nextSentenceEnd(text, Math.max(line.start, line.end - 1)),
      line.end + around,
    )
    return {
      ...line,
      before: text.slice(Math.min(from, line.start), line.start),
      after: text.slice(line.end, Math.max(to, line.end)),
    }
  }

  return {
    'across.ready': async () => {
      service.ready()
      return {}
    },
    'across.board': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'board', asked }, job)
      }),
    'across.timeline': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'timeline', asked }, job)
      }),
    'across.network': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'network', asked }, job)
      }),
    'across.profile': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'profile', asked }, job)
      }),
    'across.statistics': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'statistics', asked }, job)
      }),
    'across.facets': ({ project, job: name }) =>
      jobs.run(name, async job => {
        const { folder, known } = await opened(project)
        return service.ask(folder, known, { kind: 'facets', asked: {} }, job)
      }),
    'across.lines': ({ project, job: name, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known, open } = await opened(project)
        const found = await service.ask(folder, known, { kind: 'lines', asked }, job)
        const lines: ReadLine[] = []
        for (const line of found.lines) lines.push(await inSentence(open, line))
        return { total: found.total, lines }
      }),
    'across.save': ({ project, job: name, out, overwrite, ...asked }) =>
      jobs.run(name, async job => {
        const { folder, known, open } = await opened(project)
        const file = await exportPlace(out, overwrite, open.paths)
        const bytes = await viewBytes(asked, {
          folder,
          title: open.project.title,
          known,
          service,
          watch: job,
        })
        await replaceFile(file, bytes)
        return { file, bytes: bytes.length }
      }),
  }
}

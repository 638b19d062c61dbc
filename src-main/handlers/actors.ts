import { randomUUID } from 'node:crypto'
import { mergeOf, splitOf } from '../../annotations/actors/merge.ts'
import { reconcile } from '../../annotations/actors/reconcile.ts'
import { registerOf, survivorOf } from '../../annotations/actors/register.ts'
import { changesOf, openSteps, type Relink, type Step } from '../../annotations/actors/steps.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { appError } from '../app-error.ts'
import { fileIn } from '../check/findings.ts'
import type { Handlers } from '../dispatch.ts'
import { mentionCounts, mentionsOf } from '../register/actor-mentions.ts'
import { mentionLines } from '../register/mention-lines.ts'
import { readSteps } from '../register/register-log.ts'
import { relinkMentions } from '../register/relink-mentions.ts'
import { type Changed, readRegister, refuseParents, takeStep } from '../register/take-step.ts'
import type { Services } from '../services.ts'
import type { OpenProject } from '../storage/projects.ts'

const nameIn = ({ actors }: Step) => [
  ...new Set(actors.flatMap(({ before, after }) => (after ?? before)?.name.ar ?? [])),
]

const actorIn = (register: ReadonlyMap<string, Actor>, id: string): Actor => {
  const actor = register.get(id)
  if (!actor) throw appError('no-actor', { id })
  return actor
}

type Mine = Extract<keyof Handlers, `actors.${string}` | `exceptions.${string}`>

export function actorHandlers({ projects, shell, jobs }: Services): Pick<Handlers, Mine> {
  function tell<T extends Changed>({ paths }: OpenProject, changed: T): T {
    const { actors: put, removed } = changed
    if (put.length + removed.length > 0)
      shell.emit({ kind: 'register', project: paths.folder, actors: { put, removed } })
    return changed
  }

  /** Sets that were written as well are to be read again by whoever shows them. */
  function tellSets({ paths, index }: OpenProject, done: readonly Relink[]) {
    if (done.length === 0) return
    const sets = done.map(({ annotator, documentId }) => ({ annotator, documentId }))
    const entries = [...new Set(sets.map(({ documentId }) => documentId))].flatMap(
      id => index.entry(id) ?? [],
    )
    shell.emit({ kind: 'changed', project: paths.folder, sets, entries, more: false })
  }

  async function tellExceptions({ paths, exceptions }: OpenProject) {
    const strings = await exceptions.strings()
    shell.emit({ kind: 'register', project: paths.folder, exceptions: strings })
    return { exceptions: strings }
  }

  return {
    'actors.save': async ({ project, actor, basedOn }) => {
      const open = await projects.get(project)
      const register = await readRegister(open)
      const now = register.get(actor.id)
      const { actor: next, conflicts } =
        now && basedOn ? reconcile(basedOn, actor, now) : { actor, conflicts: [] }
      if (conflicts.length > 0) {
        const file = fileIn(open.paths, open.actors.fileOf(actor.id))
        const fields = conflicts.join(', ')
        throw appError('actor-changed', { file, name: actor.name.ar, fields }, now)
      }
      refuseParents(open, register, [next])
      const wanted = [{ id: actor.id, to: next }]
      const changed = await takeStep(open, register, wanted, { kind: 'save', at: shell.now() })
      tell(open, changed)
      return changed.actors[0] ?? next
    },
    'actors.merge': async ({ project, ids, into }) => {
      const open = await projects.get(project)
      const register = await readRegister(open)
      for (const id of [...ids, into]) actorIn(register, id)
      const wanted = mergeOf([...register.values()], ids, into).map(to => ({ id: to.id, to }))
      const how = { kind: 'merge', at: shell.now() } as const
      return tell(open, await takeStep(open, register, wanted, how))
    },
    'actors.split': async ({ project, id, name, aliases, titles, mentions }) => {
      const open = await projects.get(project)
      const register = await readRegister(open)
      const all = [...register.values()]
      const actor = actorIn(register, survivorOf(id, register))
      const made = `a-${randomUUID().slice(0, 13)}`
      const [rest, parted] = splitOf(actor, { id: made, name, aliases, titles })
      const asked = new Set(mentions.map(one => JSON.stringify(Object.values(one))))
      const wanted: Relink[] =
        mentions.length === 0
          ? []
          : (await mentionsOf(open, actor.id, all)).flatMap(
              ({ set, annotation, attribute, actor }) => {
                const { annotator, documentId } = set
                const key = JSON.stringify([annotator, documentId, annotation.id])
                const link = { annotator, documentId, annotation: annotation.id, attribute }
                return asked.has(key) ? [{ ...link, from: actor, to: made }] : []
              },
            )
      const at = shell.now()
      const changed = await takeStep(
        open,
        register,
        [
          { id: made, to: parted },
          { id: rest.id, to: rest },
        ],
        { kind: 'split', at, relinked: wanted },
      )
      tell(open, changed)
      const { done, left } = await relinkMentions(open, wanted, at)
      tellSets(open, done)
      return { ...changed, made, relinked: done.length, left }
    },
    'actors.remove': async ({ project, id }) => {
      const open = await projects.get(project)
      const register = await readRegister(open)
      const actor = actorIn(register, id)
      const mentions = await mentionsOf(open, id, [actor])
      if (mentions.length > 0)
        throw appError('actor-in-use', { name: actor.name.ar, count: mentions.length })
      const wanted = [
        { id, to: undefined },
        // What stood below it or went into it stands by itself.
        ...[...register.values()].flatMap(other => {
          const { parent, mergedInto, ...rest } = other
          if (parent !== id && mergedInto !== id) return []
          const to: Actor = { ...rest }
          if (parent !== undefined && parent !== id) to.parent = parent
          if (mergedInto !== undefined && mergedInto !== id) to.mergedInto = mergedInto
          return [{ id: other.id, to }]
        }),
      ]
      const how = { kind: 'remove', at: shell.now() } as const
      return tell(open, await takeStep(open, register, wanted, how))
    },
    'actors.undo': async ({ project, again }) => {
      const open = await projects.get(project)
      const { done, undone } = openSteps(await readSteps(open.paths))
      const step = again ? undone.at(-1) : done.at(-1)
      if (!step) throw appError('register-undo-none', {})
      const register = await readRegister(open)
      const { changes, conflicts } = changesOf(step, register, again)
      const at = shell.now()
      const how = { kind: again ? 'redo' : 'undo', at, of: step.id } as const
      const changed = await takeStep(open, register, changes, how)
      tell(open, changed)
      const links = step.relinked.map(one => (again ? one : { ...one, from: one.to, to: one.from }))
      tellSets(open, (await relinkMentions(open, links, at)).done)
      return { ...changed, kind: step.kind, conflicts }
    },
    'actors.history': async ({ project, limit }) => {
      const { paths } = await projects.get(project)
      const steps = await readSteps(paths)
      const { done, undone } = openSteps(steps)
      return {
        steps: steps
          .filter(({ of }) => of === undefined)
          .reverse()
          .slice(0, limit)
          .map(step => ({
            id: step.id,
            at: step.at,
            kind: step.kind,
            names: nameIn(step).slice(0, 5),
            undone: !done.includes(step),
          })),
        canUndo: done.length > 0,
        canRedo: undone.length > 0,
      }
    },
    'actors.mentions': ({ project, id, job: name, limit }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const { actors } = await open.actors.all()
        const found = await mentionsOf(open, id, actors, job)
        return {
          total: found.length,
          documents: new Set(found.map(({ set }) => set.documentId)).size,
          mentions: await mentionLines(open, found, limit),
        }
      }),
    'actors.usage': ({ project, job: name }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        const { actors } = await open.actors.all()
        return { counts: await mentionCounts(open, actors, job) }
      }),
    'actors.learn': async ({ project, id, quote }) => {
      const open = await projects.get(project)
      const register = await readRegister(open)
      const survivor = actorIn(register, survivorOf(id, register))
      // What was merged into it is known under its own names already.
      const settled = registerOf([...register.values()]).get(id) ?? survivor
      const { lessonOf } = await import('../../annotations/suggest/learn.ts')
      const lesson = lessonOf(settled, quote)
      if (!lesson) return {}
      const list = lesson.as === 'alias' ? 'aliases' : 'titles'
      const to = { ...survivor, [list]: [...survivor[list], lesson.text] }
      const how = { kind: 'learn', at: shell.now() } as const
      const changed = await takeStep(open, register, [{ id: to.id, to }], how)
      tell(open, changed)
      return { actor: changed.actors[0] ?? to, lesson }
    },
    'actors.import': ({ project, path, job: name }) =>
      jobs.run(name, async () => {
        const open = await projects.get(project)
        const { importActors } = await import('../register/actor-tables.ts')
        const { changed, report } = await importActors(open, path, shell.now())
        tell(open, changed)
        return report
      }),
    'actors.export': async asked => {
      const { exportActors } = await import('../register/actor-tables.ts')
      return exportActors(await projects.get(asked.project), asked)
    },

    'exceptions.add': async ({ project, annotator, texts }) => {
      const open = await projects.get(project)
      await open.exceptions.add(annotator, texts, shell.now())
      return tellExceptions(open)
    },
    'exceptions.remove': async ({ project, texts }) => {
      const open = await projects.get(project)
      await open.exceptions.remove(texts)
      return tellExceptions(open)
    },
  }
}

import { join } from 'node:path'
import type { AppEvent } from '../../annotations/api/app-event.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import { readStored } from '../../src-main/storage/json-file.ts'
import { appFor, tempProject } from './temp-project.ts'

export async function setting() {
  const project = await tempProject()
  const heard: AppEvent[] = []
  const app = appFor(join(project.folder, 'home'), event => heard.push(event))
  const folder = project.paths.folder
  const made = (id: string, ar: string, more: Partial<Actor> = {}): Actor => ({
    ...{ id, name: { ar }, kind: 'person', aliases: [], titles: [], notes: '', externalIds: {} },
    ...more,
  })
  const save = (actor: Actor, basedOn?: Actor) =>
    app.done('actors.save', { project: folder, actor, ...(basedOn ? { basedOn } : {}) })
  const onDisk = (id: string) => readStored(project.paths.actor(id), storedActor)
  const all = async () => (await app.done('project.open', { folder })).actors
  return { ...project, ...app, project: folder, heard, made, save, onDisk, all }
}

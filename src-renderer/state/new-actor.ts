import type { Actor } from '../../annotations/model/actor.ts'

/** An actor of whom nothing is known yet but a name and what sort of thing bears it. */
export const newActor = (name: string, kind: Actor['kind']): Actor => ({
  id: `a-${crypto.randomUUID().slice(0, 13)}`,
  name: { ar: name },
  kind,
  aliases: [],
  titles: [],
  notes: '',
  externalIds: {},
})

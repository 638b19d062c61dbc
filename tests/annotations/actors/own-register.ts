import type { Actor } from '../../../annotations/model/actor.ts'

/** An actor with what a test says of it, and nothing else. */
export const actorOf = (id: string, ar: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: { ar },
  kind: 'person',
  aliases: [],
  titles: [],
  notes: '',
  externalIds: {},
  ...more,
})

export const register: Actor[] = [
  actorOf('romanowski', 'ألينا رومانوسكي', {
    name: { ar: 'ألينا رومانوسكي', en: 'Alina Romanowski' },
    titles: ['السفيرة الأميركية لدى بغداد'],
  }),
  actorOf('us', 'الولايات المتحدة', {
    name: { ar: 'الولايات المتحدة', en: 'United States' },
    kind: 'state',
    aliases: ['واشنطن', 'أمريكا'],
  }),
  actorOf('us-army', 'الجيش الأمريكي', { kind: 'government-body' }),
  actorOf('sudani', 'محمد شياع السوداني', {
    aliases: ['السوداني'],
    titles: ['رئيس الوزراء', 'رئيس الحكومة'],
  }),
  actorOf('halbousi', 'محمد الحلبوسي', { titles: ['رئيس البرلمان'] }),
  actorOf('hegseth', 'بيت هيغسيث', { titles: ['وزير الدفاع الأميركي'] }),
  actorOf('dubai', 'أبوظبي', { kind: 'state' }),
  actorOf('kataib', 'كتائب حزب الله', { kind: 'armed-group', parent: 'resistance' }),
  actorOf('resistance', 'المقاومة الإسلامية في العراق', { kind: 'armed-group' }),
  actorOf('afp', 'وكالة فرانس برس', { kind: 'media', aliases: ['أ.ف.ب', 'AFP'] }),
]

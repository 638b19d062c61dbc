import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { actorIndex } from '../../annotations/actors/actor-index.ts'
import { rankActors } from '../../annotations/actors/rank-actors.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { type Actor, actorKinds } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import { actorStore } from '../../src-main/storage/actor-store.ts'
import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { type Chance, chance } from './article.ts'
import { figure, median, most, p95, timed } from './measure.ts'
import type { Part } from './report.ts'

const count = 10_000
/** Names that are typed, letter by letter. */
const typed = 30

const given =
  `محمد أحمد علي حسن حسين عمر خالد يوسف إبراهيم مصطفى كريم سليم نادر فارس مازن هدى ريم لينا سناء ليلى سارة نور
عبد الله عبد الرحمن أبو علي طارق زياد وليد سامي رامي هادي قيس نبيل غسان لؤي سنان كاظم نزار جوديث توماس دانيال ألينا`.split(
    /\s+/u,
  )
const offices = [
  'رئيس الوزراء',
  'وزير الدفاع',
  'المتحدث باسم الوزارة',
  'السفيرة الأميركية',
  'قائد العمليات',
  'نائب الرئيس',
]
const letters = 'اابتجحدرسشصطعغفقكلمنهوي'
const one = <T>(list: ArrayLike<T>, next: Chance) => list[Math.floor(next() * list.length)] as T

const familyOf = (next: Chance) =>
  `ال${Array.from({ length: 3 + Math.floor(next() * 4) }, () => one(letters, next)).join('')}ي`

/** People with their fathers’ and families’ names, the families shared by a few; two aliases and a title each. */
function register(): Actor[] {
  const next = chance(11)
  const families = Array.from({ length: 3000 }, () => familyOf(next))
  return Array.from({ length: count }, (_, at): Actor => {
    const [own, father, family] = [one(given, next), one(given, next), one(families, next)]
    return {
      id: `a-${at}`,
      name: { ar: `${own} ${father} ${family}`, en: `Person ${at.toString(36)}` },
      kind: one(actorKinds, next),
      aliases: [family, `${own} ${family}`],
      titles: [`${one(offices, next)} ${family}`],
      notes: '',
      externalIds: {},
    }
  })
}

/** A letter more at a time, then the name as others spell it and the other way round. */
function keystrokes(actors: readonly Actor[]): string[] {
  const next = chance(5)
  return Array.from({ length: typed }, () => one(actors, next)).flatMap(({ name: { ar } }) => {
    const words = ar.split(' ')
    const misspelt = ar.replace(/ا/u, 'أ').replace(/([^ا ])ي$/u, '$1ى')
    return [
      ...Array.from(ar, (_, at) => ar.slice(0, at + 1)),
      misspelt,
      `${words.at(-1)} ${words[0]}`,
      `ال${words[0]}`,
      `${words[0]?.[0]}. ${words.at(-1)}`,
    ]
  })
}

/** Milliseconds of the fastest of three. */
async function fastest(work: () => unknown): Promise<number> {
  return Math.min(await timed(work), await timed(work), await timed(work))
}

export async function measureRegister(folder: string): Promise<Part> {
  const actors = register()
  // A first index of another register, so that tables are made and the code is warm, as after a minute of work.
  rankActors(actorIndex(actors.slice(0, 500).map(actor => ({ ...actor }))), 'محمد')
  let index = actorIndex([])
  const indexing = await timed(() => {
    index = actorIndex(actors)
  })
  const changed = actors.map((actor, at) => (at === 77 ? { ...actor, notes: 'جديد' } : actor))
  const again = await timed(() => actorIndex(changed))
  rankActors(index, 'روماناوسكي')

  const queries = keystrokes(actors)
  const times: number[] = []
  for (const query of queries)
    times.push(await fastest(() => rankActors(index, query, { limit: 40 })))

  // What one would do without an index: every name folded beforehand, every query looked for in all of them.
  const plain = actors.map(
    ({ name, aliases, titles }) =>
      fold([name.ar, name.en, ...aliases, ...titles].join('\n')).folded,
  )
  const scans: number[] = []
  for (const query of queries)
    scans.push(
      await fastest(() => {
        const words = fold(query).folded.split(' ')
        return plain.filter(text => words.every(word => text.includes(word))).length
      }),
    )

  const paths = projectPaths(join(folder, 'register'))
  await rm(paths.folder, { recursive: true, force: true })
  await inParallel(actors, 16, actor => writeStored(paths.actor(actor.id), storedActor, actor))
  const store = actorStore(paths)
  const reading = await timed(() => store.all())
  const rereading = await timed(() => store.all())
  const saves: number[] = []
  for (const actor of actors.slice(0, 50))
    saves.push(await timed(() => store.save({ ...actor, notes: 'جديد' })))
  await rm(paths.folder, { recursive: true, force: true })

  const ms = { better: 'lower' as const, unit: ' ms' }
  return {
    id: 'register',
    title: `A register of ${count.toLocaleString('en')} actors`,
    intro: `${count.toLocaleString('en')} generated actors, each with a name of three parts, an English name, two aliases and a title (${index.names.length.toLocaleString('en')} names). ${typed} of them typed letter by letter, then in another spelling, with their parts the other way round, with an article, with an initial: ${queries.length.toLocaleString('en')} keystrokes, up to 40 candidates each, ranked, with their reasons. Each is asked three times and its fastest counts, for other work on the machine is not what is measured. Beside it a search that folds everything beforehand and looks for the typed words in each; it knows no spelling, order or reason.`,
    columns: ['', 'median', '95 of 100', 'slowest'],
    rows: [
      ['a keystroke, ms', figure(median(times)), figure(p95(times)), figure(most(times))],
      [
        'words looked for in all the names, ms',
        figure(median(scans)),
        figure(p95(scans)),
        figure(most(scans)),
      ],
      ['index made anew, ms', figure(indexing), '–', '–'],
      ['index made again after one actor changed, ms', figure(again), '–', '–'],
      ['10,000 files read for the first time, ms', figure(reading), '–', '–'],
      ['read again, none of them changed, ms', figure(rereading), '–', '–'],
      [
        'one actor saved durably, ms',
        figure(median(saves)),
        figure(p95(saves)),
        figure(most(saves)),
      ],
    ],
    ratios: [
      { name: 'a keystroke, slowest', value: most(times), target: 30, ...ms },
      { name: 'a keystroke, 95 of 100', value: p95(times), target: 16, ...ms },
    ],
  }
}

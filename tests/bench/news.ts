import type { Actor } from '../../annotations/model/actor.ts'
import { type Annotation, byPlace } from '../../annotations/model/annotation.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { byEnds, type Relation } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { storedActor, storedProposition } from '../../annotations/model/stored.ts'
import { digestOf, idOfDigest } from '../../src-main/storage/document-store.ts'
import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { writeStored } from '../../src-main/storage/json-file.ts'
import { projectPaths } from '../../src-main/storage/paths.ts'
import { article, type Chance, chance } from './article.ts'
import { type Content, content, writeProject } from './project.ts'

export type NewsSize = { documents: number; claims: number; actors: number; propositions: number }

const outlets = ['المرصد اليومي', 'صحيفة الضفتين', 'وكالة الرافدين', 'نبأ اليوم', 'أفق الجنوب']
const people = 'سليم نادر هدى ريم مازن لينا كريم سناء فارس ليلى زياد وليد'.split(' ')
const families = 'الحداد النجار البستاني العلوي القاسم الرفاعي المهدي الشطراوي'.split(' ')
const cues = ['قال', 'أكد', 'نفى', 'أعلن', 'رأى']
const stances = ['asserts', 'asserts', 'asserts', 'denies', 'doubts', 'expects']
const mods = [undefined, undefined, 'BEFORE', 'ON_OR_BEFORE', 'AFTER', 'END', 'APPROX'] as const
const one = <T>(list: readonly T[], next: Chance) => list[Math.floor(next() * list.length)] as T
const two = (n: number) => String(n).padStart(2, '0')

function registerOf(count: number): Actor[] {
  const kinds = ['person', 'government-body', 'armed-group', 'state', 'media'] as const
  return Array.from({ length: count }, (_, at) => ({
    id: `a-${at}`,
    name: {
      ar: `${people[at % people.length]} ${families[at % families.length]} ${at}`,
      en: `Person ${at}`,
    },
    kind: kinds[at % kinds.length] ?? 'person',
    aliases: [],
    titles: [],
    notes: '',
    externalIds: {},
  }))
}

/** Every fourth stands by itself above those after it. */
function codebookOf(count: number): Proposition[] {
  const next = chance(17)
  return Array.from(
    { length: count },
    (_, at): Proposition => ({
      id: `p-${at}`,
      code: at % 4 === 0 ? `${at / 4 + 1}` : `${Math.floor(at / 4) + 1}.${at % 4}`,
      text: {
        ar: article(90, Math.floor(next() * 1e6)).split('\n')[0] ?? '',
        en: `Proposition ${at}`,
      },
      notes: '',
      ...(at % 4 !== 0 && { parent: `p-${at - (at % 4)}` }),
    }),
  )
}

/** A day, a month or a year to come, some of them bounds. */
function dateOf(next: Chance): Annotation['attributes'] {
  const year = 2024 + Math.floor(next() * 3)
  const month = `${year}-${two(1 + Math.floor(next() * 12))}`
  const value = one(
    [String(year), month, month, `${month}-${two(1 + Math.floor(next() * 28))}`],
    next,
  )
  const mod = one(mods, next)
  return { value: { type: 'DATE', value, calendar: 'gregorian', ...(mod && { mod }) } }
}

/** An article each of whose sentences is a claim: who says it, with which word, what, and of when. */
function articleOf(
  at: number,
  claims: number,
  size: NewsSize,
  sayings: readonly string[],
): Content {
  const next = chance(7_000 + at)
  const annotations: Annotation[] = []
  const relations: Relation[] = []
  const places: {
    label: string
    start: number
    end: number
    attributes: Annotation['attributes']
  }[] = []
  let text = `خبر ${at}\n`
  const put = (label: string, words: string, attributes: Annotation['attributes']) => {
    places.push({ label, start: text.length, end: text.length + words.length, attributes })
    text += `${words} `
  }
  for (let n = 0; n < claims; n++) {
    const speaker = Math.floor(next() ** 2 * size.actors)
    put('cue', one(cues, next), {})
    const name = `${people[speaker % people.length]} ${families[speaker % families.length]}`
    put('actor', name, { kind: 'person', ...(next() < 0.8 && { actor: `a-${speaker}` }) })
    const coded = next() < 0.6
    put('claim', coded || next() < 0.5 ? one(sayings, next) : `${one(sayings, next)} ${n} ${at}`, {
      stance: one(stances, next),
      directness: next() < 0.3 ? 'direct' : 'indirect',
      ...(coded && { proposition: `p-${Math.floor(next() * size.propositions)}` }),
    })
    put('date', `في ${one(cues, next)}`, dateOf(next))
    text += '.\n'
  }
  for (const [n, { label, start, end, attributes }] of places.entries())
    annotations.push({
      id: `a${n.toString(36).padStart(4, '0')}`,
      label,
      spans: [spanOf(text, start, end)],
      attributes,
    })
  for (let n = 0; n < annotations.length; n += 4) {
    const [cue, actor, claim, date] = annotations.slice(n, n + 4)
    if (!cue || !actor || !claim || !date) continue
    const id = (kind: string) => `${kind}-${claim.id}`
    relations.push({ id: id('s'), type: 'source', from: claim.id, to: actor.id, order: 1 })
    relations.push({ id: id('c'), type: 'cue', from: claim.id, to: cue.id, order: 1 })
    if (n % 8 === 0)
      relations.push({ id: id('d'), type: 'about', from: claim.id, to: date.id, order: 1 })
  }
  const published = `2024-${two((at % 12) + 1)}-${two((at % 28) + 1)}`
  const { document, set } = content({ bytes: 1, annotations: 0 }, at, published)
  const textDigest = digestOf(text)
  const id = idOfDigest(textDigest)
  const outlet = outlets[at % outlets.length] as string
  return {
    document: { ...document, id, text, textDigest, length: text.length, outlet },
    set: {
      ...set,
      documentId: id,
      textDigest,
      annotations: annotations.sort(byPlace),
      relations: relations.sort(byEnds),
    },
  }
}

/** A project of claims: a codebook, a register, articles whose claims speak of the same things; the same in every run. */
export async function writeNews(folder: string, size: NewsSize): Promise<void> {
  const next = chance(3)
  const sayings = Array.from({ length: 400 }, () =>
    (article(120, Math.floor(next() * 1e6)).split('.')[0] ?? '').slice(0, 90).trim(),
  )
  const each = Math.ceil(size.claims / size.documents)
  await writeProject(
    folder,
    Array.from({ length: size.documents }, (_, at) => articleOf(at, each, size, sayings)),
  )
  const paths = projectPaths(folder)
  await inParallel(registerOf(size.actors), 8, one =>
    writeStored(paths.actor(one.id), storedActor, one),
  )
  await inParallel(codebookOf(size.propositions), 8, one =>
    writeStored(paths.proposition(one.id), storedProposition, one),
  )
}

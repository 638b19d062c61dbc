import { unknownSubject } from './accordance.ts'
import { isPreposition, isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import {
  type Cue,
  isComplementiser,
  isRelative,
  isTimeWord,
  isWrittenIn,
  medium,
  pairs,
  type Scene,
} from './scene.ts'
import type { Token } from './token.ts'
import { addressing } from './words/reporting.ts'
import type { VerbForm } from './words/verb-form.ts'

export type Found = { readonly mention: Mention; readonly isImplicit: boolean }

/** May the verb have this subject? One that comes first need not agree in number. */
export function agrees({ form, gender, number }: VerbForm, mention: Mention): boolean {
  if (form === 'participle' && mention.kind === 'anonymous-source') return true
  if (number === 'plural') return mention.number !== 'singular' || mention.gender === 'feminine'
  if (mention.kind === 'person' && mention.rule === 'surname') return true
  return gender === mention.gender
}

/** A preposition takes a noun away from the verb; أن before it does not. */
const governs = (token: Token | undefined) =>
  isPreposition(token) && !isComplementiser(token) && !joins(token)
/** لكن دبلوماسيا قال: words that a clause begins after. */
const clauseOpeners = /^(?:لكن|ولكن|فيما|بينما|عندما|حين|حيث|اذ|كما|ثم|او|بل|اذا|لو|ف?قد)$/
const joins = (token: Token | undefined) => clauseOpeners.test(token?.key ?? '')

const between =
  /^(?:قد|وقد|فقد|بدوره|بدورها|ايضا|كذلك|كما|ما|تسمي|يسمي|ب|عنه|رسميا|لاحقا|سابقا|مجددا|علنا)$/

/** After the verb: the first actor that no preposition stands before. */
function subjectAfter(scene: Scene, cue: Cue): Mention | undefined {
  const { tokens, mentionAt } = scene
  let at = cue.at + 1
  for (let steps = 0; steps < 14 && at < cue.head; steps++) {
    const token = tokens[at] as Token
    const mention = mentionAt.get(at)
    if (mention && mention.first === at) return /[لبك]/.test(token.before) ? undefined : mention
    if (isQuote(token.key) || between.test(token.key) || isTimeWord(scene, token)) at++
    else if (token.key === '،' && steps === 0) at++
    else if (token.key === 'كل' && tokens[at + 1]?.key === 'من') at += 2
    else if (/^(?:عدد|مجموعه|احد|احدي|بعض)$/.test(token.word) && !token.isDefinite) {
      const inner = mentionAt.get(at + 1) ?? mentionAt.get(at + 2)
      if (!inner) break
      return { ...inner, start: token.from, first: at }
    } else break
  }
  const token = tokens[at]
  if (!token || token.isMark || at >= cue.head || at !== cue.at + 1) return undefined
  if (isPreposition(token) || isComplementiser(token) || token.before !== '') return undefined
  if (/^[لب]/.test(token.key) && mentionAt.get(at) === undefined && token.key.length < 4)
    return undefined
  if (pairs.test(token.word)) return unknownSubject(tokens, at, 1)
  // أفاد الدفاع المدني بإصابة: of verbs that address nobody a noun right after is who says it.
  const names =
    cue.by === 'preposition' &&
    (token.isDefinite || /..ون$/.test(token.word)) &&
    !addressing.has(cue.form.verb.perfect)
  if (cue.by === 'noun' || (cue.by === 'preposition' && !names)) return undefined
  // علّق ساخراً بأن: how it was said.
  if (/(?:اً|ًا)$/.test(token.written)) return undefined
  // أوضح بيان صادر عن المكتب: whose it is speaks.
  if (medium.test(token.word)) {
    for (let next = at + 1; next < Math.min(cue.head, at + 5); next++) {
      const owner = mentionAt.get(next)
      // وثيقة اطلعت عليها رويترز: who has read it does not speak.
      if (owner && owner.kind !== 'media') return owner
      if (tokens[next]?.isMark) break
    }
  }
  // The subject, or what the verb is about, where a clause follows.
  const unknown = unknownSubject(tokens, at, Math.min(6, cue.head - at))
  return unknown && unknown.last <= cue.head ? unknown : undefined
}

/** Before the verb: the antecedent of الذي, or a subject with nothing but commas, قد and dates in between. */
function subjectBefore(scene: Scene, cue: Cue, start: number): Mention | undefined {
  const { tokens, endingAt } = scene
  const relative = isRelative(tokens[cue.at - 1])
  if (!relative && /^[وف]/.test(tokens[cue.at]?.before ?? '') && cue.form.form !== 'participle')
    return undefined
  for (let at = relative ? cue.at - 1 : cue.at; at > start; at--) {
    const mention = endingAt.get(at)
    if (mention) {
      const first = tokens[mention.first] as Token
      const governed = governs(tokens[mention.first - 1]) || /[لبك]/.test(first.before)
      if (!relative && governed) return undefined
      return agrees(cue.form, mention) ? mention : undefined
    }
    const token = tokens[at - 1] as Token
    const isPassed =
      isQuote(token.key) ||
      token.key === '،' ||
      token.key === ')' ||
      token.key === '(' ||
      between.test(token.key) ||
      isTimeWord(scene, token)
    if (!isPassed) return undefined
  }
  return undefined
}

/** How far back whoever was named last may be taken for the one who speaks, in words and marks. */
const near = 40

/** Nobody has spoken yet: the last one named that the verb agrees with, states and things aside. */
function nearBefore({ endingAt }: Scene, cue: Cue): Mention | undefined {
  for (let at = cue.at; at > Math.max(0, cue.at - near); at--) {
    const mention = endingAt.get(at)
    if (mention && mention.kind !== 'state' && agrees(cue.form, mention)) return mention
  }
  return undefined
}

const papers =
  /^(?:تقارير|تقرير|معلومات|انباء|تسريبات|وثاءق|وثيقه|بيانات|تقديرات|رسايل|رساله|احصاءات)$/

/** أن الإقليم يرحب: a noun between what opens a clause and its verb is the subject, though no rule knows it. */
function clauseSubject({ tokens, mentionAt, dated }: Scene, cue: Cue): Mention | undefined {
  if (cue.form.form === 'participle' || tokens[cue.at]?.before !== '') return undefined
  // تقارير صحافية تحدثت، معلومات تفيد
  for (let head = cue.at - 1; head > cue.at - 4 && tokens[head] && !tokens[head]?.isMark; head--)
    if (papers.test(tokens[head]?.key ?? '') && !mentionAt.has(head))
      return unknownSubject(tokens, head, cue.at - head)
  let at = cue.at - 1
  // أن خصومه يقولون
  if (/..(?:ه|ها|هم)$/.test(tokens[at]?.key ?? '') && isComplementiser(tokens[at - 1])) at--
  while (at > cue.at - 4 && tokens[at]?.isDefinite && tokens[at]?.before === '') at--
  const first = tokens[at + 1] as Token
  if (at === cue.at - 1 || !isComplementiser(tokens[at]) || mentionAt.has(at + 1)) return undefined
  const mention = { ...unknownSubject(tokens, at + 1, cue.at - 1 - at) } as Mention
  return !dated.has(first) && mention.last === cue.at && agrees(cue.form, mention)
    ? mention
    : undefined
}

/** Nobody has spoken in the sentence, but somebody is named in it whom no preposition governs: ويأمل الوزير في … وأعلن. */
function sentenceSubject({ tokens, mentionAt }: Scene, cue: Cue, start: number) {
  for (let at = start; at < cue.at; at++) {
    const mention = mentionAt.get(at)
    if (!mention || mention.last > cue.at) continue
    let before = at - 1
    while (isQuote(tokens[before]?.key)) before--
    const isGoverned =
      governs(tokens[before]) && !/^(?:كان|كانت|كانوا)$/.test(tokens[before]?.word ?? '')
    if (mention.kind !== 'state' && !isGoverned && !/[لبك]/.test((tokens[at] as Token).before))
      if (agrees(cue.form, mention)) return mention
    at = mention.last - 1
  }
  return undefined
}

const topics = /^(?:اما|كان|كانت|كانوا|لكن|ان)$/
/** أما المتحدث ... فكتب، وكانت الجماعة، وهي...، قد تبنت، غير أن مصدرا في ... قال: who stands at the head of the clause. */
function topicOf({ tokens, mentionAt }: Scene, cue: Cue, start: number): Mention | undefined {
  const verb = tokens[cue.at] as Token
  if (cue.form.form === 'participle') return undefined
  for (let at = cue.at - 1; at >= Math.max(start, cue.at - 30); at--) {
    const token = tokens[at] as Token
    if (!topics.test(token.word) && !topics.test(token.key)) continue
    // وكان فصيل «لواء الجمر» ... أعلن
    const head = /^(?:فصيل|تنظيم|جماعه|رءيس|عضو)$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1
    const first = isQuote(tokens[head]?.key) ? head + 1 : head
    const mention = mentionAt.get(first)
    if (!mention || mention.last > cue.at) return undefined
    const isFirst =
      token.word === 'اما'
        ? verb.before === 'ف' || tokens[cue.at - 1]?.key === 'فقد'
        : verb.before === ''
    return isFirst && tokens[first]?.before === '' && agrees(cue.form, mention)
      ? mention
      : undefined
  }
  return undefined
}

/** جاء في بيان للخارجية: whose paper it is, or the paper where it is nobody's. */
function paperSource({ tokens, mentionAt }: Scene, cue: Cue): Mention | undefined {
  for (let at = cue.at + 2; at < Math.min(cue.head, cue.at + 8); at++) {
    const mention = mentionAt.get(at)
    if (mention) return mention
  }
  const owner = tokens[cue.at + 3]
  return unknownSubject(
    tokens,
    owner?.isDefinite && owner.before === '' ? cue.at + 3 : cue.at + 2,
    2,
  )
}

/** Who speaks by a verb: after it, before it, or not at all, and then whoever spoke last and agrees. */
export function sourceOf(
  scene: Scene,
  cue: Cue,
  start: number,
  spoken: readonly Mention[],
  hasSpoken = false,
): Found | undefined {
  const { tokens } = scene
  if (isWrittenIn(scene.tokens, cue.at)) {
    const paper = paperSource(scene, cue)
    return paper && { mention: paper, isImplicit: false }
  }
  // أميركا تحضّ إيران: whoever stands right before the verb at the head of a clause is its subject.
  const ahead = scene.endingAt.get(cue.at)
  const leads =
    ahead &&
    (ahead.first <= start + 1 ||
      isComplementiser(scene.tokens[ahead.first - 1]) ||
      joins(scene.tokens[ahead.first - 1]) ||
      scene.tokens[ahead.first - 1]?.isMark)
  const isFree =
    ahead &&
    !governs(scene.tokens[ahead.first - 1]) &&
    !/[لبك]/.test(scene.tokens[ahead.first]?.before ?? '')
  if (ahead && leads && isFree && agrees(cue.form, ahead) && cue.form.form !== 'participle')
    return { mention: ahead, isImplicit: false }
  // اتهامات صدرت من الوزير قال فيها: whoever stands right before it said it in them.
  if (ahead && /^(?:فيه|فيها|خلاله|خلالها)$/.test(tokens[cue.at + 1]?.key ?? ''))
    if (agrees(cue.form, ahead) && /^(?:من|عن)$/.test(tokens[ahead.first - 1]?.key ?? ''))
      return { mention: ahead, isImplicit: false }
  // الأنباء التي تحدثت عن: the antecedent, though no rule knows it.
  const antecedent = tokens[cue.at - 2]
  if (isRelative(tokens[cue.at - 1]) && antecedent?.isDefinite && !scene.endingAt.has(cue.at - 1))
    return { mention: unknownSubject(tokens, cue.at - 2, 1) as Mention, isImplicit: false }
  const clause = clauseSubject(scene, cue)
  if (clause) return { mention: clause, isImplicit: false }
  const own = subjectAfter(scene, cue)
  const topic = !own || own.rule === 'subject' ? topicOf(scene, cue, start) : undefined
  if (topic && !isRelative(scene.tokens[cue.at - 1])) return { mention: topic, isImplicit: false }
  if (own && (own.rule !== 'subject' || cue.by !== 'colon')) {
    // Between a relative pronoun and its clause the subject stands before.
    if (!isRelative(scene.tokens[cue.at - 1])) return { mention: own, isImplicit: false }
  }
  const before = subjectBefore(scene, cue, start)
  if (before) return { mention: before, isImplicit: false }
  if (own) return { mention: own, isImplicit: false }
  const spokeHere = spoken.some(({ first, last }) => last > start && first < cue.at)
  const subject = spokeHere || hasSpoken ? undefined : sentenceSubject(scene, cue, start)
  if (subject) return { mention: subject, isImplicit: true }
  const last =
    spoken.findLast(mention => agrees(cue.form, mention)) ?? nearBefore(scene, cue) ?? spoken.at(-1)
  return last && { mention: last, isImplicit: true }
}

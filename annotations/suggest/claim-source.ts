import { unknownSubject } from './accordance.ts'
import { isPreposition, isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import { type Cue, isComplementiser, isRelative, isTimeWord, type Scene } from './scene.ts'
import type { Token } from './token.ts'
import type { VerbForm } from './words/reporting.ts'

export type Found = { readonly mention: Mention; readonly isImplicit: boolean }

/** May the verb have this subject? One that comes first need not agree in number. */
export function agrees({ form, gender, number }: VerbForm, mention: Mention): boolean {
  if (form === 'participle' && mention.kind === 'anonymous-source') return true
  if (number === 'plural') return mention.number !== 'singular' || mention.gender === 'feminine'
  if (mention.kind === 'person' && mention.rule === 'surname') return true
  return gender === mention.gender
}

/** A preposition takes a noun away from the verb; أن before it does not. */
const governs = (token: Token | undefined) => isPreposition(token) && !isComplementiser(token)

const between =
  /^(?:قد|وقد|فقد|بدوره|بدورها|ايضا|كذلك|كما|ما|تسمي|يسمي|ب|عنه|رسميا|لاحقا|سابقا|مجددا|علنا)$/

/** After the verb: the first actor that no preposition stands before. */
function subjectAfter({ tokens, mentionAt }: Scene, cue: Cue): Mention | undefined {
  let at = cue.at + 1
  for (let steps = 0; steps < 14 && at < cue.head; steps++) {
    const token = tokens[at] as Token
    const mention = mentionAt.get(at)
    if (mention && mention.first === at) return /[لبك]/.test(token.before) ? undefined : mention
    if (isQuote(token.key) || between.test(token.key) || isTimeWord(token)) at++
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
  if (cue.by === 'noun' || cue.by === 'preposition') return undefined
  // علّق ساخراً بأن: how it was said.
  if (/(?:اً|ًا)$/.test(token.written)) return undefined
  // The subject, or what the verb is about, where a clause follows.
  const unknown = unknownSubject(tokens, at)
  return unknown && unknown.last <= cue.head ? unknown : undefined
}

/** Before the verb: the antecedent of الذي, or a subject with nothing but commas, قد and dates in between. */
function subjectBefore(scene: Scene, cue: Cue, start: number): Mention | undefined {
  const { tokens, endingAt } = scene
  const relative = isRelative(tokens[cue.at - 1])
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
      isTimeWord(token)
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

/** Who speaks by a verb: after it, before it, or not at all, and then whoever spoke last and agrees. */
export function sourceOf(
  scene: Scene,
  cue: Cue,
  start: number,
  spoken: readonly Mention[],
): Found | undefined {
  // أميركا تحضّ إيران: whoever stands right before the verb at the head of a clause is its subject.
  const ahead = scene.endingAt.get(cue.at)
  const leads =
    ahead &&
    (ahead.first <= start + 1 ||
      isComplementiser(scene.tokens[ahead.first - 1]) ||
      scene.tokens[ahead.first - 1]?.isMark)
  const isFree =
    ahead &&
    !isPreposition(scene.tokens[ahead.first - 1]) &&
    !/[لبك]/.test(scene.tokens[ahead.first]?.before ?? '')
  if (ahead && leads && isFree && agrees(cue.form, ahead) && cue.form.form !== 'participle')
    return { mention: ahead, isImplicit: false }
  const own = subjectAfter(scene, cue)
  if (own && (own.rule !== 'subject' || cue.by !== 'colon')) {
    // Between a relative pronoun and its clause the subject stands before.
    if (!isRelative(scene.tokens[cue.at - 1])) return { mention: own, isImplicit: false }
  }
  const before = subjectBefore(scene, cue, start)
  if (before) return { mention: before, isImplicit: false }
  if (own) return { mention: own, isImplicit: false }
  const last =
    spoken.findLast(mention => agrees(cue.form, mention)) ?? nearBefore(scene, cue) ?? spoken.at(-1)
  return last && { mention: last, isImplicit: true }
}

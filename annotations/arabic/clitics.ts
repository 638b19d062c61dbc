import { fold } from './fold.ts'
import { isKept } from './kept-words.ts'
import { commonNames } from './names.ts'

/** A word taken apart. Offsets are into the word as written, marks and tatweel included. */
export type Clitics = {
  /** Conjunction, then preposition or س: "و", "ل" in "وللحشد". */
  readonly proclitics: readonly string[]
  /** Where the word proper begins, its article inside; in "للحشد" at the second lam. */
  readonly withArticle: number
  /** Where it begins without the article. The same as `withArticle` if it has none. */
  readonly stem: number
  /** The word proper with its article written out: "الحشد" for "للحشد". */
  readonly normalised: string
}

/** Short words that conjunctions are written to, and prepositions: folded. */
const particles = new Set(
  'في من الي علي عن مع بعد قبل حتي منذ عند لدي بين ان انه انها انهم اننا اني اذا اذ لم لن لا ما هو هي هم هذا هذه ذلك تلك قد كان كانت كانوا ليس ليست لو كل غير قال قالت بل هناك هنا كما لكن لكنه لكنها ثم اي نحن انا حين حيث عندما بينما كذلك مثل له لها لهم به بها بهم فيه فيها منه منها عنه عنها اليه اليها عليه عليها'.split(
    ' ',
  ),
)
/** After ب and ل: what introduces a clause. */
const clauses = new Set('ان انه انها انهم اننا اني انني ما هذا هذه ذلك تلك اي كل'.split(' '))

/** Words whose alef and lam are their own: التقى and not التقارير, التحق and not التحقيق. */
const withoutArticle =
  /^(?:الله|اللهم|الذي|التي|الذين|اللذ[اي]ن|اللت[اي]ن|اللواتي|اللاتي|التق[يى](?:ا|نا|ت|تا|تم|هم|ها|ه)?|التقا(?:ه|ها|هم|هما|نا|ني)|الت(?:زم|زام|قاء|قت|فاف|هاب|ماس(?!ك)|باس|فات|حام(?!ل)|حاق|هام|قاط(?!ع)|واء|ئام|حق(?![يق])|حم(?!ل)|قط(?![عي])|مس(?!ك)|هم(?:ت|وا)|فت(?![يحك])).*)$/

/** At least this many letters of a word are left by whatever is taken off. */
const shortest = 2

/** The same letters twice: folded for search, and with their hamzas. */
type Letters = { readonly folded: string; readonly exact: string }
const from = ({ folded, exact }: Letters, at: number): Letters => ({
  folded: folded.slice(at),
  exact: exact.slice(at),
})
type Known = (folded: string) => boolean

const hasArticle = ({ exact }: Letters) =>
  exact.length >= 2 + shortest && /^[اٱ]ل/.test(exact) && !withoutArticle.test(exact)
const looksArticled = ({ exact }: Letters) => exact.length >= 2 + shortest && /^[اٱ]ل/.test(exact)

/** After س only a verb of the present: ي ت ن أ and two letters or three. */
const isFuture = ({ exact }: Letters) => /^س(?:[يت]..|[نأ]...)/.test(exact)

/** The preposition or س at the head of some letters, if it is surely one. */
function particleOf(letters: Letters, known: Known): string | undefined {
  const { folded } = letters
  const first = folded.slice(0, 1)
  const rest = from(letters, 1)
  if (folded === 'لله') return first
  if (known(folded) || isKept(folded)) return undefined
  if (first === 'س') return isFuture(letters) ? first : undefined
  if (!'بكل'.includes(first) || rest.folded.length < shortest) return undefined
  if (known(rest.folded)) return first
  // Of two letters alike the second is the word's own, if there is such a word: "ببلدة", and not "ببغاء".
  if (rest.folded.startsWith(first) && first !== 'ل' && isKept(rest.folded)) return first
  if (first !== 'ك' && clauses.has(rest.folded)) return first
  if (first === 'ل') return /^ل..+/.test(rest.folded) ? first : undefined
  return looksArticled(rest) ? first : undefined
}

/** The conjunction at the head: و unless the word is one that keeps it, ف only before what is surely a word. */
function conjunctionOf(letters: Letters, known: Known): string | undefined {
  const { folded } = letters
  const first = folded.slice(0, 1)
  const rest = from(letters, 1)
  if ((first !== 'و' && first !== 'ف') || rest.folded.length < shortest) return undefined
  if (known(folded) || isKept(folded)) return undefined
  if (first === 'و')
    return rest.folded.length > shortest || particles.has(rest.folded) ? first : undefined
  const sure =
    looksArticled(rest) ||
    known(rest.folded) ||
    particles.has(rest.folded) ||
    (rest.folded.startsWith(first) && isKept(rest.folded)) ||
    particleOf(rest, known) !== undefined
  return sure ? first : undefined
}

const none: ReadonlySet<string> = new Set()

/**
 * What is written to a word and is not of it, by rules and a list of words that keep their first letter: no
 * morphology. `names` are folded words a project knows (`nameWords`); a known word is never cut, and cut free wherever
 * a clitic stands before it. The span convention is that of the gold files: و ف ب ك ل س outside, the article inside.
 */
export function cliticsOf(word: string, names: ReadonlySet<string> = none): Clitics {
  const { folded, toOriginal } = fold(word)
  let letters: Letters = { folded, exact: fold(word, 'exact').folded }
  const known: Known = letters => commonNames().has(letters) || names.has(letters)
  const conjunction = conjunctionOf(letters, known)
  if (conjunction) letters = from(letters, 1)
  const particle = particleOf(letters, known)
  if (particle) letters = from(letters, 1)
  const proclitics = [conjunction, particle].filter(clitic => clitic !== undefined)
  const at = proclitics.length
  const start = at === 0 ? 0 : toOriginal(at)
  const own = word.slice(start)
  // ل takes the alef of the article, unless the lam is the word's own: "للبنان".
  if (particle === 'ل' && letters.folded.startsWith('ل') && !known(letters.folded)) {
    // "للجنة" has one lam for the article and its own together.
    const shared = isKept(letters.folded) || letters.folded === 'له'
    const stem = shared ? start : toOriginal(at + 1)
    return { proclitics, withArticle: start, stem, normalised: `${shared ? 'ال' : 'ا'}${own}` }
  }
  const stem = hasArticle(letters) ? toOriginal(at + 2) : start
  return { proclitics, withArticle: start, stem, normalised: own }
}

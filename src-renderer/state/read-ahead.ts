import type { Result } from '../../annotations/api/result.ts'
import type { Document } from '../../annotations/model/document.ts'
import { call } from '../bridge.ts'
import { documentIn } from './document-in.ts'
import { neighbour } from './neighbour.ts'
import { type AskedSet, askForSet } from './read-placed.ts'
import { useSession } from './session.ts'

/** Milliseconds an article is looked at, and a row pointed at, until what may be opened next is read. */
const looked = 400
const pointed = 60
/** Milliseconds a button is held down at most, for what was read since then to be what is opened. */
const held = 1000

type Article = {
  document: Promise<Result<Document>>
  set: ReturnType<typeof askForSet>
}
type Ahead = {
  asked: AskedSet
  /** Which files they were, from before they were read. */
  stamps: Promise<string | undefined>
  article: Promise<Article>
}

let ahead: Ahead | undefined
let pressed: { asked: AskedSet; at: number; article: Promise<Article> } | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const same = (a: AskedSet, b: AskedSet) =>
  a.project === b.project && a.documentId === b.documentId && a.annotator === b.annotator

async function askForDocument({ project, documentId }: AskedSet): Promise<Result<Document>> {
  const found = await call('documents.file', { project, id: documentId })
  return found.ok ? { ok: true, value: documentIn(found.value) } : found
}

/** An article and one annotator's set of it, both under way; the set first, which is taken apart while the text comes. */
const ask = (asked: AskedSet): Article => ({
  set: askForSet(asked),
  document: askForDocument(asked),
})

async function stampsOf(asked: AskedSet): Promise<string | undefined> {
  const found = await call('sets.stamps', asked)
  return found.ok ? `${found.value.document} ${found.value.set}` : undefined
}

function begin(asked: AskedSet): void {
  if (ahead && same(ahead.asked, asked)) return
  const stamps = stampsOf(asked)
  ahead = { asked, stamps, article: stamps.then(() => ask(asked)) }
}

/** What would be asked for if this article were opened; nothing where it is open. */
function ifOpened(documentId: string | undefined): AskedSet | undefined {
  const { project, annotator, documentId: here, place } = useSession.getState()
  if (!project || documentId === undefined || documentId === here || place !== 'desk') return
  return { project: project.folder, documentId, annotator }
}

/** Read an article that may be opened next: one, the last that was thought of. */
function readAhead(documentId: string | undefined, after: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const asked = ifOpened(documentId)
    if (asked) begin(asked)
  }, after)
}

/** While an article is looked at, the one after it in the list is read. */
export function readNext(): void {
  readAhead(neighbour(1), looked)
}

/** A hand that rests upon a row is about to open it. */
export const readPointedAt = (documentId: string): void => readAhead(documentId, pointed)

/** A button goes down on a row: it opens when it comes up again, a tenth of a second later. */
export function readPressed(documentId: string): void {
  const asked = ifOpened(documentId)
  if (asked) pressed = { asked, at: performance.now(), article: readNow(asked) }
}

/** The article as it was when the button went down on it, or as it is now. */
export function askForArticle(asked: AskedSet): Promise<Article> {
  const known = pressed
  pressed = undefined
  const isIt = known && same(known.asked, asked) && performance.now() - known.at < held
  return isIt ? known.article : readNow(asked)
}

/** The article read ahead, if its files are still those on the disk; else asked for now. */
async function readNow(asked: AskedSet): Promise<Article> {
  clearTimeout(timer)
  const known = ahead
  ahead = undefined
  if (!known || !same(known.asked, asked)) return ask(asked)
  const [then, now] = await Promise.all([known.stamps, stampsOf(asked)])
  if (now === undefined || now !== then) return ask(asked)
  const article = await known.article
  return (await article.document).ok ? article : ask(asked)
}

import type { Stretch } from './paragraphs.ts'

/** Words between quotation marks. The marks stand at `start` and before `end`; `inner` is what they hold. */
export type Quotation = Stretch & {
  readonly inner: Stretch
  /** 0 for the outermost. */
  readonly depth: number
}

/** A mark without its other half, pointed out and never guessed away. */
export type LoneMark = { readonly at: number; readonly mark: string }

export type Quotations = { readonly pairs: Quotation[]; readonly lone: LoneMark[] }

const closers = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '”'],
  ['‹', '›'],
  // Texts pasted from editors of the other direction have them swapped.
  ['»', '«'],
])
/** The same mark opens and closes. */
const straight = '"'
const marks = /[«»“”„‹›"]/g

/** How far a quotation may run (UTF-16 units): it may go over paragraphs, and a forgotten mark must not eat the page. */
const longest = 4000
/** Nested deeper than this is damage. */
const deepest = 8

type Open = { at: number; mark: string }
type Side = 'opens' | 'closes' | 'either'

const blank = /[\s\u200e\u200f\u061c]/
const beforeOpening = /[\s\u200e\u200f\u061cـ([{:،«“‹"-]/
const afterClosing = /[\s\u200e\u200f\u061c.,،؛؟!:;?)\]}»”›"…-]/

/** What a mark does by what stands beside it: a word after it, or before. */
function sideOf(text: string, at: number): Side {
  const [before, after] = [text[at - 1], text[at + 1]]
  const mayOpen =
    (before === undefined || beforeOpening.test(before)) &&
    after !== undefined &&
    !blank.test(after)
  const mayClose =
    before !== undefined && !blank.test(before) && (after === undefined || afterClosing.test(after))
  return mayOpen === mayClose ? 'either' : mayOpen ? 'opens' : 'closes'
}

/** Where a paragraph begins inside a quotation, its mark may be repeated, which opens nothing. */
const goesOn = (text: string, opened: number, at: number) =>
  text[at - 1] === '\n' && !text.slice(opened, at).trimEnd().includes('\n')

function withDepths(pairs: Stretch[]): Quotation[] {
  pairs.sort((a, b) => a.start - b.start)
  const around: number[] = []
  return pairs.map(({ start, end }) => {
    while (around.length > 0 && (around.at(-1) as number) <= start) around.pop()
    around.push(end)
    return { start, end, inner: { start: start + 1, end: end - 1 }, depth: around.length - 1 }
  })
}

/**
 * Quotation marks paired: « » “ ” ‹ › and straight ones, nested, over paragraphs, swapped (»…«), and those of one
 * direction where a word ends before the second («…«). What has no other half is in `lone`. Grows with the text.
 */
export function quotationsOf(text: string): Quotations {
  const pairs: Stretch[] = []
  const lone: LoneMark[] = []
  const open: Open[] = []

  /** Close what was opened at `index` of the stack; what was opened inside it and not closed has no other half. */
  function close(at: number, index: number) {
    const [opened, ...unclosed] = open.splice(index)
    lone.push(...unclosed)
    if (opened && opened.at + 1 < at) pairs.push({ start: opened.at, end: at + 1 })
  }

  function begin(at: number, mark: string) {
    if (open.length >= deepest) lone.push({ at, mark })
    else open.push({ at, mark })
  }

  for (const { 0: mark, index: at } of text.matchAll(marks)) {
    while (open[0] && at - open[0].at > longest) lone.push(...open.splice(0, 1))
    const side = sideOf(text, at)
    const closes = open.findLastIndex(opened =>
      mark === straight ? opened.mark === straight : closers.get(opened.mark) === mark,
    )
    const same = open.findLastIndex(opened => opened.mark === mark)
    const again = same !== -1 && goesOn(text, (open[same] as Open).at, at)
    if (again) continue
    if (mark === straight && closes !== -1 && side === 'opens') {
      // A straight mark in a straight quotation: the one before was never closed.
      lone.push(...open.splice(closes, 1))
      begin(at, mark)
    } else if (closes !== -1) close(at, closes)
    else if (same !== -1 && side === 'closes') close(at, same)
    else if (mark === straight ? side !== 'closes' : side === 'opens' || '«“„‹'.includes(mark))
      begin(at, mark)
    else lone.push({ at, mark })
  }
  lone.push(...open)
  lone.sort((a, b) => a.at - b.at)
  return { pairs: withDepths(pairs), lone }
}

/** The innermost quotation around a place, its marks included. */
export function quotationAt({ pairs }: Quotations, offset: number): Quotation | undefined {
  return pairs.findLast(({ start, end }) => start <= offset && offset <= end)
}

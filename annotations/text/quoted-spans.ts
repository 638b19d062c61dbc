import { trimStretch } from './boundaries.ts'
import type { Stretch } from './paragraphs.ts'
import { type Quotation, quotationAt, quotationsOf } from './quotations.ts'

/** Words that name a source in the middle of what it says; spellings with and without tanwin. */
const cue =
  '(?:بحسب|حسب|وفق|وفقا\\S?|وفق\\S?ا|طبقا\\S? ل|نقلا\\S? عن|استنادا\\S? إلى|على حد (?:قول|تعبير|وصف)|كما (?:قال|قالت|أكد|ذكر|نقل)|يقول|تقول|قال|قالت|أضاف|أضافت|تابع|تابعت|أكد|أكدت|أوضح|أوضحت|ذكر|ذكرت|بحسب ما|وفق ما)'
/** ، cue and a few words ،  with the commas around it. */
const within = new RegExp(`\\s*،\\s*${cue}\\S*\\s[^،«»“”"\\n]{1,80}،\\s*`, 'g')
/** The same between two quotations; "وأضاف أن" begins another statement. */
const between = new RegExp(
  `^\\s*[،,]\\s*${cue}\\S*(?:\\s(?!\\S?[أإ]ن)[^\\s«»“”"،]{1,30}){0,8}\\s*[،,]\\s*$`,
)

/** What is inside the marks, without a source named in between. */
function partsOf(text: string, { inner }: Quotation): Stretch[] {
  const parts: Stretch[] = []
  let start = inner.start
  for (const found of text.slice(inner.start, inner.end).matchAll(within)) {
    parts.push({ start, end: inner.start + found.index })
    start = inner.start + found.index + found[0].length
  }
  parts.push({ start, end: inner.end })
  return parts
}

/** The longest gap between two halves of a quotation (UTF-16 units). */
const longestGap = 120

/**
 * What is quoted at a place, as the spans of one annotation: inside the marks, before a last full stop, a cue in the
 * middle left out; two quotations with a cue between them are one. Undefined where nothing is quoted.
 */
export function quotedSpans(text: string, offset: number): Stretch[] | undefined {
  const quotations = quotationsOf(text)
  const here = quotationAt(quotations, offset)
  if (!here) return undefined
  const chain = [here]
  const beside = quotations.pairs.filter(({ depth }) => depth === here.depth)
  const at = beside.indexOf(here)
  const isOne = (a: Quotation, b: Quotation) =>
    b.start - a.end <= longestGap && between.test(text.slice(a.end, b.start))
  for (let next = at + 1; next < beside.length; next++) {
    const other = beside[next] as Quotation
    if (!isOne(chain.at(-1) as Quotation, other)) break
    chain.push(other)
  }
  for (let before = at - 1; before >= 0; before--) {
    const other = beside[before] as Quotation
    if (!isOne(other, chain[0] as Quotation)) break
    chain.unshift(other)
  }
  const spans = chain
    .flatMap(quotation => partsOf(text, quotation))
    .map(part => trimStretch(text, part))
    .map(({ start, end }) => ({ start, end: /[.،,]/.test(text[end - 1] ?? '') ? end - 1 : end }))
    .filter(({ start, end }) => start < end)
  return spans.length > 0 ? spans : undefined
}

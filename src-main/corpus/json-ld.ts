import { z } from 'zod'
import { parseBy } from '../../annotations/model/parse-by.ts'
import type { HtmlPage } from './html-page.ts'

/** One or many, as schema.org allows anywhere. */
const many = <T extends z.ZodType>(one: T) =>
  z.union([one.transform(value => [value]), z.array(one)])
const named = z.union([
  z.string(),
  z.looseObject({ name: z.string() }).transform(({ name }) => name),
])

/** What we take of a schema.org article; a property of another shape is as good as absent. */
const article = z.looseObject({
  '@type': many(z.string()),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  author: many(named).optional().catch(undefined),
  publisher: named.optional().catch(undefined),
})
type JsonLdArticle = z.infer<typeof article>

const isArticle = ({ '@type': types }: JsonLdArticle) =>
  types.some(type => /Article|BlogPosting|Report/.test(type))

/** The objects of one script: alone, in a list, or under `@graph`. */
function objectsOf(source: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(source)
    const top: unknown[] = Array.isArray(parsed) ? parsed : [parsed]
    return top.flatMap(one => {
      const graph = z.looseObject({ '@graph': z.array(z.unknown()) }).safeParse(one)
      return graph.success ? graph.data['@graph'] : [one]
    })
  } catch {
    // Sites print broken JSON-LD; the page says the same elsewhere or not at all.
    return []
  }
}

/** The first article that a page describes as linked data. */
export function jsonLdArticle(page: HtmlPage): JsonLdArticle | undefined {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    for (const object of objectsOf(script.textContent ?? '')) {
      const parsed = parseBy(article, object)
      if (parsed.success && isArticle(parsed.data)) return parsed.data
    }
  }
  return undefined
}

import type { DocumentMetadata } from '../../annotations/model/document.ts'
import { printedDate } from '../../annotations/text/printed-date.ts'
import type { HtmlPage } from './html-page.ts'
import { htmlText } from './html-text.ts'
import { jsonLdArticle } from './json-ld.ts'
import { cut } from './text-metadata.ts'

const longest = 300

/** A value on one line, or absent. */
function tidy(value: string | null | undefined): string | undefined {
  const line = cut((value ?? '').replace(/\s+/g, ' ').trim(), longest).trim()
  return line === '' ? undefined : line
}

function metaIn(page: HtmlPage, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const attribute of ['property', 'name', 'itemprop']) {
      const found = tidy(
        page.querySelector(`meta[${attribute}="${name}"]`)?.getAttribute('content'),
      )
      if (found) return found
    }
  }
  return undefined
}

const isAddress = (value: string | null | undefined): value is string =>
  /^https?:\/\/\S+$/i.test(value ?? '')

/** The calendar day as printed: the part before the time, whatever the zone. */
function dayOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return printedDate(value.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1'))
}

/** `<title>` without the site's own name behind or before it. */
function withoutOutlet(title: string | undefined, outlet: string | undefined): string | undefined {
  if (!title || !outlet) return title
  const parts = title.split(/\s+[|–—:«»-]+\s+/)
  if (parts.length < 2) return title
  if (parts.at(-1) === outlet)
    return tidy(title.slice(0, title.lastIndexOf(outlet)).replace(/[\s|–—:«»-]+$/, ''))
  if (parts[0] === outlet) return tidy(title.slice(outlet.length).replace(/^[\s|–—:«»-]+/, ''))
  return title
}

function titleOf(page: HtmlPage, outlet: string | undefined): string | undefined {
  const social = metaIn(page, ['og:title', 'twitter:title'])
  if (social) return withoutOutlet(social, outlet)
  const title = tidy(page.querySelector('title')?.textContent)
  const heading = page.querySelector('h1')
  const printed = heading ? tidy(htmlText(heading)) : undefined
  // Where the two agree, the heading is the headline and <title> has the site's name added.
  if (title && printed && title.includes(printed)) return printed
  return withoutOutlet(title, outlet) ?? printed
}

function publishedIn(page: HtmlPage, linked: string | undefined): string | undefined {
  const said = metaIn(page, [
    'article:published_time',
    'og:article:published_time',
    'datePublished',
    'publishdate',
    'pubdate',
    'DC.date.issued',
    'dcterms.created',
    'date',
  ])
  const time =
    page.querySelector('time[itemprop="datePublished"], time[pubdate]') ??
    page.querySelector('article time[datetime], main time[datetime]') ??
    page.querySelector('time[datetime]')
  return (
    dayOf(said) ??
    dayOf(linked) ??
    dayOf(tidy(time?.getAttribute('datetime'))) ??
    dayOf(tidy(time?.textContent))
  )
}

/** What a page says of itself, in its head, its linked data or its markup. */
export function htmlMetadata(page: HtmlPage): Partial<DocumentMetadata> {
  const linked = jsonLdArticle(page)
  const outlet =
    metaIn(page, ['og:site_name']) ?? tidy(linked?.publisher) ?? metaIn(page, ['application-name'])
  const author =
    metaIn(page, ['author', 'article:author', 'dc.creator']) ??
    tidy(linked?.author?.join('، ')) ??
    tidy(page.querySelector('[rel="author"], [itemprop="author"]')?.textContent)
  const addresses = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    metaIn(page, ['og:url']),
    linked?.url,
  ]
  return {
    title: titleOf(page, outlet) ?? tidy(linked?.headline),
    outlet,
    author: isAddress(author) ? tidy(linked?.author?.join('، ')) : author,
    url: addresses.find(isAddress),
    published: publishedIn(page, linked?.datePublished),
  }
}

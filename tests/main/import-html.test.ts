import { expect, test } from 'vitest'
import { htmlArticle } from '../../src-main/corpus/html-article.ts'
import { headline, sentences } from './own-news.ts'

const paragraphs = sentences.map(sentence => `<p>${sentence}</p>`).join('\n')

const page = (head: string, body: string) =>
  `<!doctype html>\n<html lang="ar" dir="rtl"><head>${head}</head>\n<body>${body}</body></html>`

const menu =
  '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/world">العالم</a></li></ul></nav>'

test('a page becomes its headline and its paragraphs, with nothing of menus, scripts and styles', () => {
  const { text } = htmlArticle(
    page(
      `<title>${headline} | سهول نيوز</title><style>p{color:red}</style>`,
      `${menu}<article><h1>${headline}</h1><script>var text = "<p>ليس نصًا</p>"</script>
       <noscript>فعّل جافاسكريبت</noscript><template><p>قالب</p></template>${paragraphs}</article>
       <footer><a href="/about">من نحن</a></footer>`,
    ),
  )
  expect(text).toBe([headline, ...sentences].join('\n\n'))
})

test('white space collapses as on the page, but no-break spaces and bidi marks are kept', () => {
  const { text } = htmlArticle(
    page(
      '',
      `<p>قيمة   القرض\n\t250&nbsp;مليون &rlm;(USD)&rlm;  &amp; <b>أكثر</b> .</p><p>سطر<br>آخر<br/><br>وفقرة</p>`,
    ),
  )
  expect(text).toBe('قيمة القرض 250\u00a0مليون \u200f(USD)\u200f & أكثر .\n\nسطر\nآخر\n\nوفقرة')
})

test('list items and table rows are lines, cells stand apart by tabs, captions on lines of their own', () => {
  const { text } = htmlArticle(
    page(
      '',
      `<blockquote><p>قول أول</p></blockquote><ul><li>بند</li><li>بند <i>ثان</i></li></ul>
       <table><tr><th>المدينة</th><th>الطن</th></tr><tr><td>حلب</td><td>١٢</td></tr></table>
       <figure><img src="x.jpg"><figcaption>صورة الحقل</figcaption></figure><pre>سطر\nسطر</pre>`,
    ),
  )
  expect(text).toBe('قول أول\n\nبند\nبند ثان\n\nالمدينة\tالطن\nحلب\t١٢\n\nصورة الحقل\n\nسطر\nسطر')
})

test('what a page says of itself in its head is taken, the day as it is printed', () => {
  const { metadata } = htmlArticle(
    page(
      `<title>شيء آخر</title><meta property="og:title" content="${headline}">
       <meta property="og:site_name" content="سهول نيوز"><meta name="author" content="هند الراوي">
       <link rel="canonical" href="https://sohoul.example/a/1">
       <meta property="article:published_time" content="2024-01-24T23:30:00-05:00">`,
      paragraphs,
    ),
  )
  expect(metadata).toEqual({
    title: headline,
    outlet: 'سهول نيوز',
    author: 'هند الراوي',
    url: 'https://sohoul.example/a/1',
    published: '2024-01-24',
  })
})

test('linked data answers where the head is silent; broken linked data does no harm', () => {
  const linked = {
    '@graph': [
      { '@type': 'WebSite', name: 'x' },
      {
        '@type': ['NewsArticle'],
        headline,
        datePublished: '2023-05-02',
        author: [{ '@type': 'Person', name: 'هند الراوي' }, 'سامر'],
        publisher: { name: 'سهول نيوز' },
        url: 'https://sohoul.example/a/2',
      },
    ],
  }
  const { metadata } = htmlArticle(
    page(
      `<script type="application/ld+json">{"@type": "NewsArticle", </script>
       <script type="application/ld+json">${JSON.stringify(linked)}</script>`,
      paragraphs,
    ),
  )
  expect(metadata).toEqual({
    title: headline,
    outlet: 'سهول نيوز',
    author: 'هند الراوي، سامر',
    url: 'https://sohoul.example/a/2',
    published: '2023-05-02',
  })
})

test('without any of it, the markup is asked: <h1>, <time>, rel=author', () => {
  const { metadata } = htmlArticle(
    page(
      `<title>سهول نيوز - ${headline}</title>`,
      `<h1>${headline}</h1><a rel="author" href="/h">هند الراوي</a>
       <time datetime="2024-02-03T01:00:00Z">٣ شباط</time>${paragraphs}`,
    ),
  )
  expect(metadata).toEqual({
    title: headline,
    outlet: undefined,
    author: 'هند الراوي',
    url: undefined,
    published: '2024-02-03',
  })
})

test('a page of loose markup is read too: no html or body, old upper-case tags, XHTML, unclosed paragraphs', () => {
  expect(htmlArticle(`<p>${sentences[0]}<p>${sentences[1]}`).text).toBe(
    `${sentences[0]}\n\n${sentences[1]}`,
  )
  expect(htmlArticle(`<HTML><BODY><P>${sentences[0]}</P></BODY></HTML>`).text).toBe(sentences[0])
  expect(
    htmlArticle(
      `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>${sentences[0]}</p></body></html>`,
    ).text,
  ).toBe(sentences[0])
  expect(htmlArticle(sentences[0]).text).toBe(sentences[0])
})

test('an article laid out by tables, as old sites did, keeps its paragraphs', () => {
  const cell = sentences.join('<br><br>')
  const { text } = htmlArticle(
    page('', `<table><tr><td><font size="4">${cell}</font></td></tr></table>`),
  )
  expect(text).toBe(sentences.join('\n\n'))
})

test('a page without text has none', () => {
  for (const body of ['', '<img src="x.png">', '<script>1</script>', '<p>&nbsp;</p>'])
    expect(htmlArticle(page('', body)).text.trim()).toBe('')
})

test('nesting without measure neither hangs nor overflows', () => {
  const nested = (depth: number) =>
    `${'<div>'.repeat(depth)}<p>${sentences[0]}</p>${'</div>'.repeat(depth)}`
  const before = performance.now()
  expect(htmlArticle(page('', nested(1500))).text).toBe(sentences[0])
  expect(htmlArticle(page('', nested(100_000))).text).toBe('')
  expect(htmlArticle('<div>'.repeat(100_000)).text).toBe('')
  expect(htmlArticle('<'.repeat(300_000)).text).toBe('')
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('nothing in a page is run', () => {
  htmlArticle(
    page(
      '<script>globalThis.isnadWasHere = true</script>',
      `<img src=x onerror="globalThis.isnadWasHere = true"><p onclick="1">${sentences[0]}</p>`,
    ),
  )
  expect('isnadWasHere' in globalThis).toBe(false)
})

test('a document type behind a comment, or once more inside, does not hide the page', () => {
  const comment = '<!-- saved from url=(0024)https://sohoul.example/a -->\n'
  const { text } = htmlArticle(
    comment + page('', `<h1>${headline}</h1><!DOCTYPE html>${paragraphs}`),
  )
  expect(text).toBe([headline, ...sentences].join('\n\n'))
})

test('a page that is thousands of beginnings of pages, one in another, is read without delay', () => {
  const start = '<!doctype html><html lang="ar"><body>'
  const { text } = htmlArticle(start.repeat(4000) + page('', paragraphs))
  expect(text).toContain(sentences[0])
})

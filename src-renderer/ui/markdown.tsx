import Markdown from 'react-markdown'

/** What guidelines are written with; headings are drawn as paragraphs' own, links and pictures as their words. */
const allowed = [
  'p',
  'strong',
  'em',
  'del',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'br',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
]

/** Markdown as elements and never as markup: raw HTML is its own text, nothing is loaded and nothing runs. */
export function MarkdownText({ children }: { children: string }) {
  return (
    <div className="markdown" dir="auto">
      <Markdown
        allowedElements={allowed}
        unwrapDisallowed
        components={{ h1: 'h4', h2: 'h4', h3: 'h4' }}
      >
        {children}
      </Markdown>
    </div>
  )
}

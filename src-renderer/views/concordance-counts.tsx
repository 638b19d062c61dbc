import type { Concordance } from '../../annotations/api/searching.ts'
import { openDocument } from '../state/navigation.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { BidiText } from '../ui/bidi-text.tsx'

/** Documents shown; the rest are found by asking more narrowly. */
const shown = 40

/** Hits by document and by month, each with a bar as long as its share. */
export function ConcordanceCounts({ found }: { found: Concordance }) {
  const say = useSay()
  const most = Math.max(...found.overTime.map(({ hits }) => hits), 1)
  const longest = Math.max(...found.byDocument.map(({ hits }) => hits), 1)
  return (
    <div className="search-counts">
      <section>
        <h3 className="section-title">{say('search.over-time')}</h3>
        <ul className="count-list" data-testid="over-time">
          {found.overTime.map(({ period, hits }) => (
            <li key={period} className="count-row">
              <span className="count-name">
                {period === '' ? say('search.undated') : <BidiText>{period}</BidiText>}
              </span>
              <span className="count-bar" style={{ inlineSize: `${(hits / most) * 100}%` }} />
              <span className="number">{say('plain', { value: hits })}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="section-title">{say('search.by-document')}</h3>
        <ul className="count-list" data-testid="by-document">
          {found.byDocument.slice(0, shown).map(({ document, title, hits }) => (
            <li key={document} className="count-row">
              <button
                type="button"
                className="count-name"
                dir="auto"
                title={title}
                onClick={() => {
                  showDialog(undefined)
                  void openDocument(document)
                }}
              >
                <bdi>{title}</bdi>
              </button>
              <span className="count-bar" style={{ inlineSize: `${(hits / longest) * 100}%` }} />
              <span className="number">{say('plain', { value: hits })}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

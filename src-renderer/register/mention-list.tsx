import type { ReactNode } from 'react'
import type { MentionLine } from '../../annotations/api/register.ts'
import { goToPlace } from '../state/go-to-place.ts'
import { useSay } from '../strings/words.ts'

type Props = {
  mentions: readonly MentionLine[]
  label: string
  /** What stands before a line, to choose it by. */
  before?: (line: MentionLine) => ReactNode
}

export const mentionKey = ({ annotator, documentId, annotation }: MentionLine) =>
  `${annotator} ${documentId} ${annotation}`

/** Mentions in their lines, under their documents; each opens where it is. */
export function MentionList({ mentions, label, before }: Props) {
  const say = useSay()
  return (
    <ul className="mention-list" aria-label={label} data-testid="mentions">
      {mentions.map((line, at) => (
        <li key={mentionKey(line)}>
          {mentions[at - 1]?.documentId !== line.documentId && (
            <h4>
              <bdi>{line.title}</bdi>
            </h4>
          )}
          <div className="mention-row">
            {before?.(line)}
            <button
              type="button"
              className="mention-line"
              dir="rtl"
              lang="ar"
              onClick={() => void goToPlace(line.documentId, line.start, line.end)}
            >
              {line.before}
              <mark>{line.quote}</mark>
              {line.after}
            </button>
            <small className="mention-by">
              {say('mentions.by', { annotator: line.annotator })}
            </small>
          </div>
        </li>
      ))}
    </ul>
  )
}

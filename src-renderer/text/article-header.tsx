import { memo, useLayoutEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { Document } from '../../annotations/model/document.ts'
import { goToHidden, marksOf } from '../state/hidden.ts'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { formatPublished } from '../ui/format-date.ts'
import { useAfterPaint } from '../ui/use-after-paint.ts'

type Props = { document: Document; onHeight: (height: number) => void }

/** What is known about the article, above its text and no part of it. */
export const ArticleHeader = memo(function ArticleHeader({ document, onHeight }: Props) {
  const say = useSay()
  const header = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = header.current
    if (!element) return
    onHeight(element.offsetHeight)
    const watch = new ResizeObserver(() => onHeight(element.offsetHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [onHeight])
  const { outlet, author, published } = document
  const hidden = marksOf(useAfterPaint(document.text, '')).length
  const parts = [outlet, formatPublished(published), author && say('reader.by', { author })]
  return (
    <header ref={header} className="article-header">
      {parts
        .filter(part => part)
        .map(part => (
          <bdi key={part} className="part">
            {part}
          </bdi>
        ))}
      <Button className="quiet" onPress={() => showDialog('metadata')} data-testid="edit-metadata">
        {say('reader.metadata')}
      </Button>
      {hidden > 0 && (
        <Button className="quiet hidden-count" onPress={goToHidden} data-testid="hidden-count">
          {say('hidden.count', { count: hidden })}
        </Button>
      )}
    </header>
  )
})

import { memo } from 'react'
import { type Document, furniture, regionAt } from '../../annotations/model/document.ts'

type Props = {
  /** Where it begins in the article, in UTF-16 units. */
  start: number
  text: string
  /** Whose reading is painted on it, where several stand side by side. */
  voice?: number | undefined
}

/** A paragraph is one unsplit text node, so that an offset in it is an offset in the article. */
export const Paragraph = memo(({ start, text, voice }: Props) => (
  // An empty line has no letters to take a direction from.
  <p
    data-start={start}
    data-voice={voice}
    dir={text === '' ? 'rtl' : 'auto'}
    className={text === '' ? 'blank' : ''}
  >
    {text}
  </p>
))

/** How the row of a paragraph looks: as the part of the article it stands in. */
export function rowClass({ regions }: Document, start: number): string {
  const kind = regionAt(regions, start)
  return `row ${kind} ${furniture.includes(kind) ? 'furniture' : ''}`
}

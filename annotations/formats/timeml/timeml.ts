import { dateOf } from '../../claims/claim-record.ts'
import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { folderOf } from '../exchange/folder-of.ts'
import { xmlAttribute, xmlText } from '../exchange/xml-letters.ts'
import { everything, type Format } from '../format.ts'

/** An annotation of a date inside the text; one without a value yet is written without. */
function timex(annotation: Annotation, number: number): string {
  const date = dateOf(annotation)
  const [span] = annotation.spans
  const attributes = [
    xmlAttribute('tid', `t${number}`),
    xmlAttribute('type', date?.type ?? 'DATE'),
    xmlAttribute('value', date?.value ?? ''),
    xmlAttribute('mod', date?.mod),
  ].join('')
  return `<TIMEX3${attributes}>${xmlText(span?.quote ?? '')}</TIMEX3>`
}

function write({ id, title, published, text }: Document, { annotations }: AnnotationSet): string {
  let at = 0
  let inline = ''
  for (const [n, annotation] of annotations.entries()) {
    const [span] = annotation.spans
    if (!span) continue
    inline += xmlText(text.slice(at, span.start)) + timex(annotation, n + 1)
    at = span.end
  }
  inline += xmlText(text.slice(at))
  // TimeML wants a creation time; of an article without a date it is not known.
  const created = `<TIMEX3 tid="t0" type="DATE"${xmlAttribute('value', published ?? 'XXXX-XX-XX')} temporalFunction="false" functionInDocument="CREATION_TIME">${published ?? ''}</TIMEX3>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">',
    `<DOCID>${id}</DOCID>`,
    `<DCT>${created}</DCT>`,
    `<TITLE>${xmlText(title)}</TITLE>`,
    `<TEXT>${inline}</TEXT>`,
    '</TimeML>',
    '',
  ].join('\n')
}

/** TimeML: the dates of a set as TIMEX3 in the running text. Written, not read. */
export const timeml: Format = {
  id: 'timeml',
  name: 'TimeML (TIMEX3)',
  extension: '.tml',
  layout: 'folder',
  offsets: 'tokens',
  units: ['utf-16'],
  capabilities: {
    ...everything,
    onlyLabel: 'date',
    overlap: false,
    discontinuous: false,
    relations: false,
    order: false,
    controls: false,
  },
  writer: {
    write: ({ document, sets }) =>
      sets.map(({ set }) => ({
        file: `${folderOf(set)}${document.id}.tml`,
        text: write(document, set),
      })),
  },
}

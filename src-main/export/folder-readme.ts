import { lossKinds } from '../../annotations/formats/exchange/losses.ts'
import type { Format, OffsetUnit } from '../../annotations/formats/format.ts'
import type { Written } from './export-lines.ts'
import { folderMark } from './write-outs.ts'

/** What an exported folder says of itself: a format of many files has no other place for it. */
export function folderReadme(format: Format, unit: OffsetUnit, written: Written): string {
  const { lines, annotations, losses } = written
  const lost = lossKinds.flatMap(kind => (losses[kind] ? [`- ${kind}: ${losses[kind]}`] : []))
  return [
    folderMark(format.id),
    `# ${format.name}`,
    '',
    `Sets: ${lines}. Annotations: ${annotations}.`,
    '',
    format.offsets === 'tokens'
      ? 'Rows are tokens; there are no offsets.'
      : `Offsets count ${unit === 'utf-16' ? 'UTF-16 code units' : 'Unicode code points'}, from 0, the end exclusive.`,
    '',
    ...(lost.length > 0 ? ['What the format could not hold:', '', ...lost, ''] : []),
  ].join('\n')
}

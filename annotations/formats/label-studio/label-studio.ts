import { everything, type Format } from '../format.ts'
import { labelStudioConfiguration } from './configuration.ts'
import { readLabelStudio } from './read-label-studio.ts'
import { writeTask } from './write-label-studio.ts'

/** Label Studio's JSON: a task for each document, an annotation for each set; beside it the labelling configuration. */
export const labelStudio: Format = {
  id: 'label-studio',
  name: 'Label Studio JSON',
  extension: '.json',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: { ...everything, discontinuous: false, order: false },
  writer: {
    sides: ['.config.xml'],
    head: ({ scheme }) => [
      { file: '', text: '[\n' },
      { file: '.config.xml', text: labelStudioConfiguration(scheme) },
    ],
    write: (piece, context) => [{ file: '', text: writeTask(piece, context) }],
    between: ',\n',
    tail: () => [{ file: '', text: '\n]\n' }],
  },
  reader: {
    by: 'file',
    looksLike: (name, beginning) =>
      /\.json$/i.test(name) &&
      /^\s*\[?\s*\{/.test(beginning) &&
      /"(completed_by|from_name|predictions|completions|was_cancelled|from_id|annotation_id|lead_time)"\s*:/.test(
        beginning,
      ),
    read: readLabelStudio,
  },
}

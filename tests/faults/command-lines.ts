import fc from 'fast-check'
import { hostileString } from './hostile-values.ts'

const options = [
  '--json',
  '--title',
  '--format',
  '--out',
  '--encoding',
  '--force',
  '--annotators',
  '--help',
  '--published',
  '--',
  '-',
  '--=',
  '--__proto__',
  '--json=',
  '--port',
  '--constructor=x',
  '-x',
]

/** Command lines with a known command, hostile words and half-right options; absolute paths stay in the sandbox. */
export const commandLines = (
  commands: readonly string[],
  sandbox: string,
  words: readonly string[],
) =>
  fc
    .tuple(
      fc.constantFrom(...commands),
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...words) },
          { weight: 3, arbitrary: fc.constantFrom(...options) },
          { weight: 2, arbitrary: hostileString },
        ),
        { maxLength: 7 },
      ),
    )
    .map(([command, rest]) =>
      [command, ...rest].map(word =>
        word.startsWith('/') && !word.startsWith(sandbox) ? sandbox + word : word,
      ),
    )

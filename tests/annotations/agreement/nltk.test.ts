import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureResult } from '../../../annotations/agreement/measure.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import { rows } from './generated.ts'

const script = join(import.meta.dirname, '../../python/nltk_agreement.py')
/** Debian puts its modules beside its own interpreter, which may not be the first in the path. */
const python = ['python3', '/usr/bin/python3'].find(
  program => spawnSync(program, ['-c', 'import nltk']).status === 0,
)

const varied = (data: readonly (readonly unknown[])[]) => new Set(data.flat()).size > 1
const cases = fc.record({
  rows: rows(false).filter(varied),
  gaps: rows(true),
  sets: fc.array(
    fc.tuple(
      fc.subarray(['فاعل', 'ادعاء', 'تاريخ'], { minLength: 1 }),
      fc.subarray(['فاعل', 'ادعاء', 'تاريخ'], { minLength: 1 }),
    ),
    { minLength: 3, maxLength: 10 },
  ),
})

test('NLTK’s agreement module says the same on random data, to 1e-9', context => {
  if (!python) return context.skip('python3-nltk is not installed here')
  const given = fc.sample(cases, { numRuns: 150, seed: 11 })
  const input = given.map(one => JSON.stringify(one)).join('\n')
  const { stdout, stderr } = spawnSync(python, [script], { input, encoding: 'utf8' })
  expect(stderr).toBe('')
  const answers = stdout.trim().split('\n')
  expect(answers).toHaveLength(150)
  const compared = new Map<string, number>()
  for (const [at, answer] of answers.entries()) {
    const one = given[at]
    if (!one) throw new Error('an answer too many')
    const ours: Record<string, MeasureResult> = {
      'bennett-s': measures['bennett-s'].compute(one.rows),
      'scott-pi': measures['scott-pi'].compute(one.rows),
      'cohen-kappa': measures['cohen-kappa'].compute(one.rows),
      'cohen-kappa-hubert': measures['cohen-kappa'].compute(one.rows, { many: 'hubert' }),
      'krippendorff-alpha': measures['krippendorff-alpha'].compute(one.rows),
      'krippendorff-alpha-interval': measures['krippendorff-alpha'].compute(one.rows, {
        level: 'interval',
      }),
      'krippendorff-alpha-gaps': measures['krippendorff-alpha'].compute(one.gaps),
      'krippendorff-alpha-masi': measures['krippendorff-alpha'].compute(one.sets, {
        distance: 'masi-nltk',
      }),
    }
    for (const [name, theirs] of Object.entries(
      JSON.parse(answer) as Record<string, number | null>,
    )) {
      const own = ours[name]
      // Where we say why there is no figure, NLTK divides by zero or says 1.
      if (own?.kind !== 'value' || theirs === null) continue
      expect([name, Math.abs(own.value - theirs) < 1e-9, own.value, theirs]).toEqual([
        name,
        true,
        own.value,
        theirs,
      ])
      compared.set(name, (compared.get(name) ?? 0) + 1)
    }
  }
  for (const name of Object.keys(JSON.parse(answers[0] ?? '{}')))
    expect([name, (compared.get(name) ?? 0) > 75]).toEqual([name, true])
})

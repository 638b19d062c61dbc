import fc from 'fast-check'

/**
 * The laws run on the same generated inputs every time, so that what fails was broken by what changed. To look further:
 * ISNAD_SEED=random, or a number that a failure printed; ISNAD_RUNS=5000 in place of fast-check's 100 where a test does
 * not say how many.
 */
const { ISNAD_SEED, ISNAD_RUNS } = process.env
fc.configureGlobal({
  ...(ISNAD_SEED === 'random' ? {} : { seed: Number(ISNAD_SEED ?? 19_480_515) }),
  ...(ISNAD_RUNS ? { numRuns: Number(ISNAD_RUNS) } : {}),
})

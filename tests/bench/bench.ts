import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { measureAcross } from './across.ts'
import { measureAgreement } from './agreement.ts'
import { measureCorpus } from './corpus.ts'
import { measureDates } from './dates.ts'
import { measureExport } from './export.ts'
import { figure } from './measure.ts'
import { measureOpen } from './open.ts'
import { measureRegister } from './register.ts'
import { loadNow, met, type Part, sectionOf, writeReport } from './report.ts'
import { measureReview } from './review.ts'
import { measureSave } from './save.ts'
import { measureSearch } from './search.ts'
import { measureSuggest } from './suggest.ts'

type Asked = {
  root: string
  /** Parts to run, in this order. */
  parts: Part['id'][]
  chromium: string | undefined
}

/** Run parts of the bench, print what they found, and put it into docs/benchmarks.md. */
export async function bench({ root, parts, chromium }: Asked): Promise<void> {
  const here = join(root, 'tests', 'bench')
  const folder = join(here, 'build', 'data')
  const measure: Record<Part['id'], () => Promise<Part>> = {
    open: () => measureOpen(root, here, folder, chromium),
    corpus: () => measureCorpus(root, folder, chromium),
    save: () => measureSave(root, folder),
    export: () => measureExport(root, folder),
    agreement: () => measureAgreement(root, folder),
    search: () => measureSearch(root, folder),
    dates: () => measureDates(root),
    review: () => measureReview(root, folder, chromium),
    register: () => measureRegister(folder),
    suggest: () => measureSuggest(root),
    across: () => measureAcross(root, folder, chromium),
  }
  const sections = new Map<Part['id'], string>()
  for (const id of parts) {
    console.log(`${id}…`)
    rmSync(folder, { recursive: true, force: true })
    const load = loadNow()
    const part = await measure[id]()
    const section = sectionOf(part, load)
    sections.set(id, section)
    console.log(`\n${section}\n`)
    for (const ratio of part.ratios)
      console.log(`${met(ratio) ? 'met' : 'MISSED'}: ${ratio.name} ${figure(ratio.value)}`)
  }
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeReport(join(root, 'docs', 'benchmarks.md'), sections)
  rmSync(folder, { recursive: true, force: true })
}

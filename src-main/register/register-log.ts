import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Step, step } from '../../annotations/actors/steps.ts'
import { AppError, failureOf } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { makeFolder } from '../storage/replace-file.ts'

const sumOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 8)

/** What was done to the register, oldest first. A line that is torn or spoiled is passed over. */
export async function readSteps({ registerSteps }: ProjectPaths): Promise<Step[]> {
  const text = await readFile(registerSteps, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return ''
    throw new AppError(failureOf(error, registerSteps))
  })
  return text.split('\n').flatMap(line => {
    const [sum, body] = [line.slice(0, 8), line.slice(9)]
    if (sumOf(body) !== sum) return []
    try {
      const parsed = step.safeParse(JSON.parse(body))
      return parsed.success ? [parsed.data] : []
    } catch {
      // The sum is right and yet it is no JSON: somebody made it so.
      return []
    }
  })
}

/** A step is written down, durably, before what it does is done: cut short, it can be taken back all the same. */
export async function appendStep({ registerSteps }: ProjectPaths, done: Step): Promise<void> {
  const body = JSON.stringify(done)
  try {
    await makeFolder(dirname(registerSteps))
    const handle = await open(registerSteps, 'a', 0o600)
    try {
      // A line that a crash cut short is ended before this one begins.
      const { size } = await handle.stat()
      await handle.writeFile(`${size > 0 ? '\n' : ''}${sumOf(body)} ${body}`)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new AppError(failureOf(error, registerSteps))
  }
}

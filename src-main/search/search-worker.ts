import { parentPort } from 'node:worker_threads'
import { failureOf } from '../app-error.ts'
import { type Progress, searchService } from './search-service.ts'
import type { Answer, Asking, Said, Told } from './search-thread.ts'

const service = searchService()
const say = (said: Said) => parentPort?.postMessage(said)

async function answer(asking: Asking, folder: string, progress: Progress): Promise<Answer> {
  return asking.kind === 'query'
    ? { kind: 'query', page: await service.query(folder, asking.asked, progress) }
    : { kind: 'copies', groups: await service.copies(folder, progress) }
}

parentPort?.on('message', async (told: Told) => {
  if (told.kind === 'touch') return service.touch(told.folder, told.ids)
  const { number, folder, asking } = told
  let last = 0
  try {
    const found = await answer(asking, folder, (done, total) => {
      // Messages cost more than they say when every file sends one.
      if (done < total && done - last < 100) return
      last = done
      say({ kind: 'progress', number, done, total })
    })
    say({ kind: 'answer', number, answer: found })
  } catch (error) {
    say({ kind: 'failure', number, failure: failureOf(error) })
  }
})

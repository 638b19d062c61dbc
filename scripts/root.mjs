import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository, wherever a script is started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

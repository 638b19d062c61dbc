import { join } from 'node:path'
import envPaths from 'env-paths'

/** Where the app keeps what is the user's and not a project's: settings and the editable sample. */
export function userDataFolder(): string {
  return process.env.ISNAD_HOME || envPaths('Isnad', { suffix: '' }).data
}

export const settingsFile = (userData: string) => join(userData, 'settings.json')
export const sampleFolder = (userData: string) => join(userData, 'sample')

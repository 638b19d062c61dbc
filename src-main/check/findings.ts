import { relative, sep } from 'node:path'
import type { CheckFinding } from '../../annotations/api/views.ts'
import { failureOf } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'

/** A project's file as findings name it: from its folder, the same on every system. */
export const fileIn = ({ folder }: ProjectPaths, path: string) =>
  relative(folder, path).split(sep).join('/')

/** A failure met while reading a file, as a finding about it; a bug stays one. */
export function findingOf(error: unknown, file: string): CheckFinding {
  const { code, params } = failureOf(error)
  if (code === 'internal') throw error
  const { file: _, ...rest } = params as Record<string, unknown>
  const detail = Object.values(rest).join(', ')
  return { severity: 'error', file, kind: code, ...(detail && { detail }) }
}

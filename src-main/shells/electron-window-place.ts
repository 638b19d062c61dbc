import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, screen } from 'electron'
import { z } from 'zod'
import { replaceFile } from '../storage/replace-file.ts'
import { reportBug } from './report-bug.ts'

/** In the screen's own pixels. */
const place = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximized: z.boolean(),
})
type Place = z.infer<typeof place>

export const smallest = { width: 900, height: 600 }
const first: Place = { width: 1360, height: 860, maximized: false }

const file = (userData: string) => join(userData, 'window.json')

/** Screens come and go: a place that no screen shows any more is left to the system to choose. */
function onScreen({ x, y, ...size }: Place): Place {
  if (x === undefined || y === undefined) return size
  const { workArea } = screen.getDisplayMatching({ x, y, ...size })
  const visible =
    x < workArea.x + workArea.width - 100 &&
    x + size.width > workArea.x + 100 &&
    y >= workArea.y - 10 &&
    y < workArea.y + workArea.height - 100
  return visible ? { x, y, ...size } : size
}

/** Where the window was; how it starts where that is not known, or cannot be read. */
export function readPlace(userData: string): Place {
  try {
    const known = place.safeParse(JSON.parse(readFileSync(file(userData), 'utf8')))
    return known.success ? onScreen(known.data) : first
  } catch {
    return first
  }
}

/** Kept as the window settles, not as it goes: it may be going because the machine is. */
export function rememberPlace(window: BrowserWindow, userData: string): void {
  let timer: NodeJS.Timeout | undefined
  const save = () => {
    if (window.isDestroyed()) return
    const now: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    replaceFile(file(userData), `${JSON.stringify(now, null, 2)}\n`).catch(error =>
      reportBug('window.json', error),
    )
  }
  const settle = () => {
    clearTimeout(timer)
    timer = setTimeout(save, 500)
  }
  window.on('resize', settle)
  window.on('move', settle)
  window.on('maximize', settle)
  window.on('unmaximize', settle)
}

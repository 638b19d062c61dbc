import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colours } from '../../annotations/model/scheme.ts'

const styles = join(import.meta.dirname, '..', '..', 'src-renderer', 'styles')
const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8')

/** A theme's colours: those of `:root`, and over them its own. */
function theme(name: string): Record<string, string> {
  const blocks = [...tokens.matchAll(/(:root[^{]*)\{([^}]*)\}/g)]
  const own = blocks.filter(
    ([, selector]) => selector?.trim() === ':root' || selector?.includes(`data-theme="${name}"`),
  )
  return Object.fromEntries(
    own.flatMap(([, , body]) =>
      [...(body ?? '').matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    ),
  )
}

/** Relative luminance and contrast: WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** AA for text of any size; AAA where high contrast was asked for. */
const least = { light: 4.5, dark: 4.5, contrast: 7 }

describe.each(['light', 'dark', 'contrast'] as const)('%s', name => {
  const of = theme(name)
  const pair = (ink: string, ground: string) => {
    const [a, b] = [of[ink], of[ground]]
    if (!a || !b) throw new Error(`${name} has no ${ink} or ${ground}`)
    return contrast(a, b)
  }

  test.each(colours)(
    'a label in %s reads: its words on its ground, its name on the page',
    colour => {
      expect(pair('ink', `${colour}-bg`)).toBeGreaterThanOrEqual(least[name])
      for (const ground of ['paper', 'surface'])
        expect(pair(colour, ground)).toBeGreaterThanOrEqual(4.5)
      // Its underline beside its own ground is a line, not letters (WCAG 1.4.11).
      expect(pair(colour, `${colour}-bg`)).toBeGreaterThanOrEqual(3)
    },
  )

  test('words read on every ground they stand on, and the focus is seen on each', () => {
    for (const ground of ['paper', 'surface', 'sunken'])
      for (const ink of ['ink', 'ink-2', 'ink-3'])
        expect([ink, ground, pair(ink, ground) >= 4.5]).toEqual([ink, ground, true])
    for (const ground of ['paper', 'surface'])
      for (const ink of ['ok', 'warn', 'bad'])
        expect([ink, ground, pair(ink, ground) >= 4.5]).toEqual([ink, ground, true])
    for (const ground of ['selection', 'found', 'bad-bg'])
      expect([ground, pair('ink', ground) >= 4.5]).toEqual([ground, true])
    for (const ground of ['paper', 'surface', 'sunken'])
      expect([ground, pair('focus', ground) >= 3]).toEqual([ground, true])
  })
})

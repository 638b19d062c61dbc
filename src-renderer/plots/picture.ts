import { embeddedLetters } from './embedded-letters.ts'
import { part, pictureHead } from './picture-head.ts'
import { writeOn } from './written-on.ts'

const drawn = [
  'fill',
  'stroke',
  'stroke-width',
  'opacity',
  'font-size',
  'font-weight',
  'paint-order',
]

/** A drawing that stands by itself, and its size (CSS pixels). */
export type Picture = { svg: string; width: number; height: number }

/** Around it, in units of the drawing: a name in other letters than ours may need the room. */
const margin = 28
const family = 'IBM Plex Sans Arabic'

/**
 * Colours of the theme as they are now, the page behind it, its title and legend above it as they stand in `view`. The
 * drawing is on the page.
 */
export function pictureOf(svg: SVGSVGElement, view: Element | null): Picture {
  const copy = svg.cloneNode(true)
  const { width, height } = svg.viewBox.baseVal
  if (!(copy instanceof SVGSVGElement)) return { svg: '', width, height }
  const [own, made] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')]
  for (const [at, element] of own.entries()) {
    const style = getComputedStyle(element)
    for (const name of drawn) made[at]?.setAttribute(name, style.getPropertyValue(name))
  }
  // Where the keyboard is, is no part of the picture.
  for (const own of copy.querySelectorAll('.mark-ring, .brush')) own.remove()
  const above = view ? pictureHead(view, width) : undefined
  const top = margin + (above?.height ?? 0)
  const size = { width: width + 2 * margin, height: height + top + margin }
  const page = getComputedStyle(document.documentElement)
  const whole = part('svg', {
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': `${family}, Segoe UI, Tahoma, sans-serif`,
    'font-size': 12,
    fill: getComputedStyle(svg).color,
  })
  const ground = page.getPropertyValue('--surface').trim() || '#fff'
  whole.append(part('rect', { ...size, fill: ground }))
  if (above) {
    above.head.setAttribute('transform', `translate(${margin},${margin})`)
    whole.append(above.head)
  }
  copy.removeAttribute('aria-hidden')
  for (const [key, value] of Object.entries({ x: margin, y: top, width, height }))
    copy.setAttribute(key, String(value))
  copy.setAttribute('overflow', 'visible')
  // The library names its own letters on it.
  copy.removeAttribute('font-family')
  copy.removeAttribute('class')
  whole.append(copy)
  return { svg: new XMLSerializer().serializeToString(whole), ...size }
}

/** The drawing as SVG, with the letters it is written in. */
export async function withLetters({ svg }: Picture): Promise<string> {
  const style = `<style>${await embeddedLetters(family)}</style>`
  return svg.replace(/^<svg[^>]*>/, open => open + style)
}

/** So many pixels for one unit of the drawing: enough for print on half a page. */
const density = 2

/** The drawing as PNG, its bytes in base64. */
export async function pngBytes({ svg, width, height }: Picture): Promise<string> {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  if (!(drawing instanceof SVGSVGElement)) return ''
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const context = canvas.getContext('2d')
  if (!context) return ''
  const wordless = drawing.cloneNode(true)
  if (wordless instanceof SVGSVGElement)
    for (const text of wordless.querySelectorAll('text')) text.remove()
  const image = new Image()
  const lines = new XMLSerializer().serializeToString(wordless)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(lines)}`
  await image.decode()
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  drawing.classList.add('plot-unseen')
  document.body.append(drawing)
  try {
    await writeOn(context, drawing, density)
  } finally {
    drawing.remove()
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}

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

/** Colours of the theme as they are now, the page behind it, letters of the reader's machine. The drawing is on the page. */
export function pictureOf(svg: SVGSVGElement): Picture {
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
  const page = getComputedStyle(document.documentElement)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.setAttribute('font-family', 'IBM Plex Sans Arabic, Segoe UI, Tahoma, sans-serif')
  copy.setAttribute('font-size', '12')
  copy.setAttribute('fill', getComputedStyle(svg).color)
  copy.removeAttribute('aria-hidden')
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', String(width))
  ground.setAttribute('height', String(height))
  ground.setAttribute('fill', page.getPropertyValue('--surface').trim() || '#fff')
  copy.prepend(ground)
  return { svg: new XMLSerializer().serializeToString(copy), width, height }
}

/** So many pixels for one unit of the drawing: enough for print on half a page. */
const density = 2

/** The drawing as PNG, its bytes in base64. */
export async function pngBytes({ svg, width, height }: Picture): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}

const svgSpace = 'http://www.w3.org/2000/svg'

/** An element of a picture. */
export function part<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  text = '',
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svgSpace, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = text
  return made
}

const titleSize = 17
const lineHeight = 24
/** Between two entries, and between a mark and its words. */
const apart = { entries: 20, words: 8 }

/** A legend's mark as it is on the page, its middle at `y`, its left end at `x`. */
function markAt(mark: Element, x: number, y: number): SVGElement {
  const style = getComputedStyle(mark)
  const { width, height } = mark.getBoundingClientRect()
  const copy = mark.cloneNode(true)
  if (mark instanceof SVGSVGElement && copy instanceof SVGSVGElement) {
    for (const [key, value] of Object.entries({ width, height, fill: style.color }))
      copy.setAttribute(key, String(value))
    copy.setAttribute('stroke', style.stroke)
    for (const [at, own] of [...mark.querySelectorAll('*')].entries()) {
      const { fill, stroke } = getComputedStyle(own)
      const made = copy.querySelectorAll('*')[at]
      made?.setAttribute('fill', fill)
      made?.setAttribute('stroke', stroke)
    }
    // The direction of the page turns it.
    const turned = style.transform !== 'none' || style.scale.startsWith('-1')
    const place = turned ? `translate(${x + width},${y - height / 2}) scale(-1,1)` : undefined
    const group = part('g', { transform: place ?? `translate(${x},${y - height / 2})` })
    group.append(copy)
    return group
  }
  const thick = Number.parseFloat(style.borderTopWidth)
  if (thick === 0)
    return part('rect', {
      ...{ x, y: y - height / 2, width, height, rx: 3 },
      fill: style.backgroundColor,
    })
  return part('line', {
    ...{ x1: x, x2: x + width, y1: y, y2: y },
    stroke: style.borderTopColor,
    'stroke-width': thick,
    ...(style.borderTopStyle === 'dashed' && { 'stroke-dasharray': '8 4' }),
  })
}

/** What stands above a drawing on the page: its title and what its marks mean. `width` in units of the drawing. */
export function pictureHead(view: Element, width: number): { head: SVGGElement; height: number } {
  const head = part('g', {})
  const rtl = getComputedStyle(view).direction === 'rtl'
  // Direction is not asked of whoever opens the file: what begins on the right ends there.
  const words = (text: string, x: number, y: number, attributes: Record<string, string | number>) =>
    part(
      'text',
      { x, y, 'text-anchor': rtl ? 'end' : 'start', ...attributes },
      `\u2068${text}\u2069`,
    )
  let y = 0
  const title = view.querySelector('h3')
  if (title) {
    y += titleSize
    const bold = { 'font-size': titleSize, 'font-weight': 600, fill: getComputedStyle(title).color }
    head.append(words(title.textContent ?? '', rtl ? width : 0, y, bold))
    y += 10
  }
  let along = 0
  let line = 0
  for (const entry of view.querySelectorAll('.plot-legend > li')) {
    const mark = entry.firstElementChild
    const style = getComputedStyle(entry)
    const box = mark?.getBoundingClientRect().width ?? 0
    const long = entry.getBoundingClientRect().width
    if (along > 0 && along + long > width) {
      along = 0
      line++
    }
    const middle = y + line * lineHeight + lineHeight / 2
    if (mark) head.append(markAt(mark, rtl ? width - along - box : along, middle))
    const from = along + (mark ? box + apart.words : 0)
    head.append(
      words(entry.textContent ?? '', rtl ? width - from : from, middle + 4, {
        'font-size': Number.parseFloat(style.fontSize),
        fill: style.color,
      }),
    )
    along += long + apart.entries
  }
  return { head, height: y + (along > 0 ? (line + 1) * lineHeight : 0) + 8 }
}

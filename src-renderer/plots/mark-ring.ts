/** What of a drawing can be pressed is told apart by the class of its group. */
export const markClass = (group: string) => `mark-${group}`
export const anyMark = 'g[class^="mark-"]'
export const groupOf = (mark: Element) => mark.getAttribute('class')?.slice('mark-'.length)

/** Plot binds the number of its datum to every element it makes of one. */
export function numberOf(element: Element): number | undefined {
  const number: unknown = Reflect.get(element, '__data__')
  return typeof number === 'number' ? number : undefined
}

/** Room between a mark and its ring (units of the drawing). */
const room = 4

/** A ring around all that was drawn of one datum, so that it is seen where the keyboard is; none where there is nothing of it. */
export function ringAround(svg: SVGSVGElement, group: string, at: number): void {
  noRing(svg)
  const own = [...svg.querySelectorAll(`g.${markClass(group)} *`)].filter(
    element => numberOf(element) === at,
  )
  const [first] = own
  // Around a line from one side to the other would be around half the drawing: it is drawn over itself.
  if (first instanceof SVGPathElement && getComputedStyle(first).fill === 'none') {
    const over = first.cloneNode()
    if (!(over instanceof SVGPathElement)) return
    over.setAttribute('class', 'mark-ring line')
    first.parentNode?.append(over)
    return
  }
  const boxes = own.map(element => element.getBoundingClientRect())
  const whole = svg.getBoundingClientRect()
  if (boxes.length === 0 || whole.width === 0) return
  const scale = svg.viewBox.baseVal.width / whole.width
  const left = Math.min(...boxes.map(box => box.left)) - whole.left
  const top = Math.min(...boxes.map(box => box.top)) - whole.top
  const right = Math.max(...boxes.map(box => box.right)) - whole.left
  const bottom = Math.max(...boxes.map(box => box.bottom)) - whole.top
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ring.setAttribute('class', 'mark-ring')
  ring.setAttribute('x', String(left * scale - room))
  ring.setAttribute('y', String(top * scale - room))
  ring.setAttribute('width', String((right - left) * scale + 2 * room))
  ring.setAttribute('height', String((bottom - top) * scale + 2 * room))
  ring.setAttribute('rx', '3')
  svg.append(ring)
}

/** Bring the ring into sight, if it is not, of whatever scrolls around the drawing; `below` covers the foot of it. */
export function showRing(svg: SVGSVGElement, below: Element | null): void {
  const ring = svg.querySelector('.mark-ring')?.getBoundingClientRect()
  const around = svg.closest('.dialog-body')?.getBoundingClientRect()
  if (!ring || !around) return
  const foot = Math.min(around.bottom, below?.getBoundingClientRect().top ?? around.bottom)
  if (ring.top < around.top || ring.bottom > foot)
    svg.querySelector('.mark-ring')?.scrollIntoView({ block: 'center' })
}

export const noRing = (svg: SVGSVGElement) => svg.querySelector('.mark-ring')?.remove()

import { anyMark, groupOf, numberOf } from './mark-ring.ts'

type PlotActs = {
  /** What was pressed: the group (`markClass`), and the number in that mark's data. */
  press(group: string, at: number): void
  /** What the pointer is over. */
  over(group: string, at: number): void
  /** A stretch that was drawn over along x, as values of its scale. */
  brush: ((from: unknown, to: unknown) => void) | undefined
}

/** Shorter than this is a click (CSS pixels). */
const leastBrush = 6

/** Let a drawing be pressed and drawn over. `acts` is asked at the time. */
export function hearPointer(
  made: SVGSVGElement,
  acts: () => PlotActs,
  valueAt: (x: number) => unknown,
): void {
  const at = (event: PointerEvent) => {
    const box = made.getBoundingClientRect()
    return ((event.clientX - box.left) * made.viewBox.baseVal.width) / box.width
  }
  const markOf = ({ target }: Event) => {
    if (!(target instanceof Element)) return undefined
    const mark = target.closest(anyMark)
    const group = mark && groupOf(mark)
    const number = numberOf(target)
    return group && number !== undefined ? { group, number } : undefined
  }
  const shade = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  shade.setAttribute('class', 'brush')
  let began: number | undefined
  let brushed = false

  made.addEventListener('pointerdown', event => {
    brushed = false
    if (!acts().brush || event.button !== 0) return
    began = at(event)
    made.append(shade)
    shade.setAttribute('width', '0')
  })
  made.addEventListener('pointermove', event => {
    const mark = markOf(event)
    if (mark) acts().over(mark.group, mark.number)
    if (began === undefined) return
    const now = at(event)
    shade.setAttribute('x', String(Math.min(began, now)))
    shade.setAttribute('y', '0')
    shade.setAttribute('width', String(Math.abs(now - began)))
    shade.setAttribute('height', String(made.viewBox.baseVal.height))
  })
  const end = (event: PointerEvent) => {
    const from = began
    began = undefined
    shade.remove()
    if (from === undefined || Math.abs(at(event) - from) < leastBrush) return
    brushed = true
    acts().brush?.(valueAt(from), valueAt(at(event)))
  }
  made.addEventListener('pointerup', end)
  made.addEventListener('pointerleave', end)
  made.addEventListener('click', event => {
    const mark = brushed ? undefined : markOf(event)
    if (mark) acts().press(mark.group, mark.number)
  })
}

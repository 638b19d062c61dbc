const firstOf = ({ baseVal }: SVGAnimatedLengthList) =>
  baseVal.numberOfItems > 0 ? baseVal.getItem(0).value : 0

const aligned: Readonly<Record<string, CanvasTextAlign>> = { middle: 'center', end: 'right' }

/** Its own words, without a title that only a pointer sees. */
const wordsOf = (text: SVGTextElement) =>
  [...text.childNodes].map(node => (node instanceof Text ? node.data : '')).join('')

/**
 * Draws the words of a drawing with the page's own letters: a picture of it knows none of them, or only after a while that
 * nothing tells of. The drawing is on the page; `density` pixels are one unit of it.
 */
export async function writeOn(
  canvas: CanvasRenderingContext2D,
  drawing: SVGSVGElement,
  density: number,
): Promise<void> {
  const origin = drawing.getScreenCTM()?.inverse()
  for (const text of drawing.querySelectorAll('text')) {
    const place = text.getScreenCTM()
    const words = wordsOf(text)
    if (!origin || !place || words.trim() === '') continue
    const style = getComputedStyle(text)
    const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    await document.fonts.load(font, words)
    const { a, b, c, d, e, f } = origin.multiply(place)
    canvas.setTransform(density, 0, 0, density, 0, 0)
    canvas.transform(a, b, c, d, e, f)
    canvas.font = font
    canvas.direction = 'ltr'
    canvas.textAlign = aligned[style.textAnchor] ?? 'left'
    canvas.globalAlpha = Number(style.opacity)
    const [x, y] = [firstOf(text.x) + firstOf(text.dx), firstOf(text.y) + firstOf(text.dy)]
    if (style.stroke !== 'none') {
      canvas.strokeStyle = style.stroke
      canvas.lineWidth = Number.parseFloat(style.strokeWidth)
      canvas.lineJoin = 'round'
      canvas.strokeText(words, x, y)
    }
    canvas.fillStyle = style.fill
    canvas.fillText(words, x, y)
  }
}

import type { Page } from '@playwright/test'

/** What the page's policy refused while `act` ran in it, as directive and blocked address. */
export async function refusedBy(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  await page.evaluate(() => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective} ${blockedURI}`),
    )
    Object.assign(window, { refused })
  })
  await act()
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as Window & { refused?: string[] }).refused ?? [])
}

/** A script and a style as an attacker's text in the page would bring them. */
export const injectInline = (page: Page) =>
  page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = true'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.intruder = true')
    image.src = 'data:,'
    document.body.append(script, style, image)
  })

export const intruded = (page: Page) =>
  page.evaluate(() => ({
    script: 'intruder' in window,
    style: getComputedStyle(document.body).display === 'none',
  }))

/** Every way a page has of sending something out. */
export const reachOut = (page: Page) =>
  page.evaluate(async () => {
    const outside = 'https://example.com/'
    const fetched = await fetch(outside).then(
      () => 'answered',
      () => 'refused',
    )
    const beacon = navigator.sendBeacon(outside, 'x')
    new Image().src = `${outside}pixel.png`
    const frame = document.createElement('iframe')
    frame.src = outside
    document.body.append(frame)
    try {
      new WebSocket('wss://example.com/')
    } catch {
      // Refused at once by some versions, by an event in others.
    }
    return { fetched, beacon }
  })

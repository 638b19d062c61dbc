/** What every request of a page carries that was opened with a link: its cookie and its key, as a browser keeps them. */
export async function enterWeb(link: string) {
  const { origin } = new URL(link)
  const entered = await fetch(link, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const key = entered.headers.get('location')?.split('#key=')[1] ?? ''
  return {
    origin,
    key,
    headers: { 'content-type': 'application/json', 'x-isnad-key': key, origin, cookie },
  }
}

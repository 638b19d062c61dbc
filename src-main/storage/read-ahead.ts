/** `read` on every item, in order, up to `ahead` of them begun before they are asked for. */
export async function* readAhead<T, R>(
  items: readonly T[],
  ahead: number,
  read: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = []
  const begin = (item: T) => {
    const reading = read(item)
    // It may fail before its turn comes, or after nobody waits any more; whoever awaits it still hears.
    reading.catch(() => {})
    begun.push(reading)
  }
  for (const item of items.slice(0, ahead)) begin(item)
  for (let at = ahead; begun.length > 0; at++) {
    const next = await (begun.shift() as Promise<R>)
    if (at < items.length) begin(items[at] as T)
    yield next
  }
}

import type { Readable } from 'node:stream'

/** Lines of a stream of UTF-8; U+2028 and the like are no line ends in JSON. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = ''
  input.setEncoding('utf8')
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

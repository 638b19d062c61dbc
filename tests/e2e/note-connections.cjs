// Loaded before the app: every connection this process opens is written into a file, so that a test can see there was none.
const { appendFileSync } = require('node:fs')
const { Socket } = require('node:net')

const connect = Socket.prototype.connect
Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given
  const { host, port, path } = typeof options === 'object' ? options : { port: options, host: given[1] }
  appendFileSync(process.env.ISNAD_CONNECTIONS, `tcp://${path ?? `${host ?? 'localhost'}:${port}`}\n`)
  return connect.apply(this, given)
}

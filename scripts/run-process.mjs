import { spawn } from 'node:child_process'

/**
 * Run a program to its end; rejects never. `quiet` keeps what it prints in `output` instead of showing it.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProcess(command, args, { quiet = false, timeout = 0, ...options } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...options,
    })
    let output = ''
    const keep = part => {
      output += part
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    const timer = timeout && setTimeout(() => child.kill('SIGKILL'), timeout)
    const end = (code, why = '') => {
      clearTimeout(timer)
      resolve({ code, output: output + why })
    }
    child.on('error', error => end(127, error.message))
    child.on('close', code => end(code ?? 1))
  })
}

/** npm as it was started, or the one of the path; on Windows that is a .cmd, which only a shell can start. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  if (npm?.endsWith('npm-cli.js')) return runProcess(process.execPath, [npm, ...args], options)
  if (process.platform !== 'win32') return runProcess('npm', args, options)
  return runProcess(
    'npm',
    args.map(arg => (/\s/.test(arg) ? `"${arg}"` : arg)),
    { ...options, shell: true },
  )
}

/** Where a program of the path is, or undefined. */
export async function onPath(name) {
  const [command, args] =
    process.platform === 'win32' ? ['where', [name]] : ['sh', ['-c', `command -v "${name}"`]]
  const { code, output } = await runProcess(command, args, { quiet: true })
  return code === 0 ? output.split(/\r?\n/)[0] : undefined
}

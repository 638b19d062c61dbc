import type fs from 'node:fs'
import fsp, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** One call to the file system: its name, the file it is about, and for what changes a file its bytes and place. */
export type DiskCall = {
  name: string
  path: string
  to?: string
  bytes?: Uint8Array
  position?: number
  length?: number
}

/** Told of each call before it is made, may throw in its stead; and of each that was made. */
type DiskHooks = { before?(call: DiskCall): void; after?(call: DiskCall): void }

const bytesOf = (data: unknown): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as Uint8Array)

/**
 * Do work while every call it makes to the file system through `node:fs/promises` goes by the hooks. The app's modules
 * import those functions by name; Node lets the names be given other functions, which is what is done here.
 */
export async function withDiskHooks<T>(hooks: DiskHooks, work: () => Promise<T>): Promise<T> {
  const real = { ...fsp }
  const paths = new WeakMap<FileHandle, string>()
  async function through<R>(call: DiskCall, act: () => Promise<R>): Promise<R> {
    hooks.before?.(call)
    const result = await act()
    hooks.after?.(call)
    return result
  }

  function hooked(handle: FileHandle, path: string): FileHandle {
    paths.set(handle, path)
    let end = 0
    const { write, sync, datasync, truncate } = handle
    const own = {
      write: (
        bytes: Uint8Array,
        offset = 0,
        length = bytes.byteLength,
        position?: number | null,
      ) => {
        const at = position ?? end
        const part = bytes.slice(offset, offset + length)
        return through({ name: 'write', path, bytes: part, position: at }, async () => {
          const done = await (
            write as FileHandle['write'] as (...all: unknown[]) => Promise<unknown>
          ).call(handle, bytes, offset, length, position)
          end = at + length
          return done
        })
      },
      sync: () => through({ name: 'sync', path }, () => sync.call(handle)),
      datasync: () => through({ name: 'sync', path }, () => datasync.call(handle)),
      truncate: (length = 0) =>
        through({ name: 'truncate', path, length }, () => truncate.call(handle, length)),
    }
    return Object.assign(handle, own)
  }

  const own = {
    open: (path: string, flags?: string | number) =>
      through(
        { name: typeof flags === 'string' && flags.startsWith('w') ? 'create' : 'open', path },
        async () => hooked(await real.open(path, flags), path),
      ),
    writeFile: async (to: string | FileHandle, data: unknown, ...rest: unknown[]) => {
      const writing = () =>
        (real.writeFile as (...all: unknown[]) => Promise<void>)(to, data, ...rest)
      const path = typeof to === 'string' ? to : paths.get(to)
      if (
        path === undefined ||
        (typeof data === 'object' && Symbol.asyncIterator in (data as object))
      )
        return writing()
      if (typeof to === 'string') await through({ name: 'create', path }, async () => {})
      return through({ name: 'write', path, bytes: bytesOf(data), position: 0 }, writing)
    },
    rename: (path: string, to: string) =>
      through({ name: 'rename', path, to }, () => real.rename(path, to)),
    unlink: (path: string) => through({ name: 'unlink', path }, () => real.unlink(path)),
    copyFile: (path: string, to: string, mode?: number) =>
      through({ name: 'copy', path, to }, () => real.copyFile(path, to, mode)),
    mkdir: (path: string, options?: fs.MakeDirectoryOptions) =>
      through({ name: 'mkdir', path }, () => real.mkdir(path, options)),
    stat: ((path: string, options?: fs.StatOptions) =>
      through({ name: 'stat', path }, () => real.stat(path, options))) as typeof fsp.stat,
    readFile: ((path: string, options?: BufferEncoding) =>
      through({ name: 'read', path }, () => real.readFile(path, options))) as typeof fsp.readFile,
  }
  Object.assign(fsp, own)
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    Object.assign(fsp, real)
    syncBuiltinESMExports()
  }
}

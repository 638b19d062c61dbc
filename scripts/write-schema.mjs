import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// The JSON Schema of the native format, made from the one schema that the app itself reads and writes by.
const at = path => fileURLToPath(new URL(`../annotations/formats/${path}`, import.meta.url))

const { module } = await runnerImport(at('isnad-line.ts'), { configFile: false, logLevel: 'error' })
await writeFile(at('isnad-1.schema.json'), `${JSON.stringify(module.isnadJsonSchema(), null, 2)}\n`)

import { basename } from 'node:path'
import type { Asked } from '../../annotations/api/contract.ts'
import { listed, type Make, onFolder, wrong } from './cli-options.ts'

// Which schemes, formats, kinds and offset units there are is the contract's to say.

export const init = onFolder((folder, { text, flags }) => ({
  kind: 'init',
  input: {
    folder,
    title: text.get('title') ?? basename(folder),
    scheme: text.get('scheme') as Asked<'project.create'>['scheme'],
  },
  json: flags.has('json'),
}))

export const importing: Make = ({ words: [folder, ...paths], text, flags }, at) => {
  if (!folder) return wrong({ kind: 'missing', what: 'DIR' })
  if (paths.length === 0) return wrong({ kind: 'missing', what: 'PATH' })
  const map = text.get('map')
  return {
    kind: 'import',
    input: {
      project: at(folder),
      paths: paths.map(at),
      encoding: text.get('encoding'),
      published: text.get('published'),
      outlet: text.get('outlet'),
    },
    annotated: {
      format: text.get('format') ?? 'auto',
      annotator: text.get('annotator'),
      mapFile: map && at(map),
    },
    json: flags.has('json'),
  }
}

export const exporting = onFolder((project, given, at) => {
  const { text, flags } = given
  const format = text.get('format')
  const out = text.get('out')
  if (!format) return wrong({ kind: 'missing', what: '--format' })
  if (!out) return wrong({ kind: 'missing', what: '--out' })
  const input = {
    project,
    format: format as Asked<'export.run'>['format'],
    out: at(out),
    annotators: text.get('annotators') === 'all' ? ('all' as const) : listed(given, 'annotators'),
    offsets: text.get('offsets') as Asked<'export.run'>['offsets'],
    furniture: flags.has('furniture'),
    overwrite: flags.has('force'),
    lossy: flags.has('force'),
  }
  return { kind: 'export', input, json: flags.has('json') }
})

export const furniture = onFolder((project, { flags }) => ({
  kind: 'furniture',
  input: { project },
  undo: flags.has('undo'),
  json: flags.has('json'),
}))

export const check: Make = ({ words: [path, more], flags }, at) => {
  if (!path) return wrong({ kind: 'missing', what: 'PATH' })
  if (more) return wrong({ kind: 'too-many', what: more })
  const input = { path: at(path), repair: flags.has('repair') }
  return { kind: 'check', input, json: flags.has('json') }
}

export const suggest = onFolder((project, given) => {
  const annotator = given.text.get('annotator')
  if (!annotator) return wrong({ kind: 'missing', what: '--annotator' })
  const kinds = listed(given, 'kinds') as Asked<'suggest.run'>['kinds']
  return { kind: 'suggest', input: { project, annotator, kinds }, json: given.flags.has('json') }
})

export const serve: Make = ({ words: [folder, more], text, flags }, at) => {
  if (more) return wrong({ kind: 'too-many', what: more })
  const port = text.get('port') ?? '0'
  if (!/^[0-9]{1,5}$/.test(port) || Number(port) > 65_535) return wrong({ kind: 'bad-port', port })
  return {
    kind: 'serve',
    folder: folder && at(folder),
    port: Number(port),
    open: flags.has('open'),
  }
}

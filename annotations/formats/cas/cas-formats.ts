import { folderOf } from '../exchange/folder-of.ts'
import { everything, type Format } from '../format.ts'
import { readCasJson, writeCasJson } from './cas-json-file.ts'
import { allTypes, joinLayers, layersOf } from './foreign-layers.ts'
import { readXmi } from './read-xmi.ts'
import { toCas } from './to-cas.ts'
import { typesOf } from './types.ts'
import { writeTypeSystem, writeXmi } from './write-xmi.ts'

const capabilities = { ...everything, discontinuous: false } as const

/** UIMA CAS in XMI 1.0 with its type system: a file for each set. */
export const casXmi: Format = {
  id: 'cas-xmi',
  name: 'UIMA CAS XMI 1.0',
  extension: '.xmi',
  layout: 'folder',
  offsets: 'utf-16',
  units: ['utf-16'],
  capabilities: { ...capabilities, controls: false },
  writer: {
    head: ({ scheme, survey }) => [
      {
        file: 'TypeSystem.xml',
        text: writeTypeSystem(allTypes(typesOf(scheme), survey.layers ?? {})),
      },
    ],
    layers: ({ document, sets }, { scheme }) =>
      sets
        .filter(({ kept }) => kept !== undefined)
        .map(({ set, kept }) => layersOf(toCas(document, set, kept), typesOf(scheme)))
        .reduce(joinLayers, {}),
    write: ({ document, sets }) =>
      sets.map(({ set, kept }) => ({
        file: `${folderOf(set)}${document.id}.xmi`,
        text: writeXmi(toCas(document, set, kept)),
      })),
  },
  reader: {
    by: 'file',
    looksLike: (_, beginning) => /<(?:\w+:)?XMI\b/.test(beginning),
    read: readXmi,
  },
}

/** UIMA CAS in JSON 0.4: a file for each set, its types inside. */
export const casJson: Format = {
  id: 'cas-json',
  name: 'UIMA CAS JSON 0.4',
  extension: '.json',
  layout: 'folder',
  offsets: 'utf-16',
  units: ['utf-16'],
  capabilities,
  writer: {
    write: ({ document, sets }, { scheme }) =>
      sets.map(({ set, kept }) => {
        const cas = toCas(document, set, kept)
        const types = typesOf(scheme)
        return {
          file: `${folderOf(set)}${document.id}.json`,
          text: writeCasJson(cas, allTypes(types, layersOf(cas, types))),
        }
      }),
  },
  reader: {
    by: 'file',
    looksLike: (name, beginning) =>
      /\.json$/i.test(name) && /"%(TYPES|HEADER|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(beginning),
    read: readCasJson,
  },
}

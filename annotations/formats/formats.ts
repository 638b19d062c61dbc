import { brat } from './brat/brat.ts'
import { casJson, casXmi } from './cas/cas-formats.ts'
import { bioes, conll } from './conll/conll.ts'
import { hfTokens } from './conll/hf-tokens.ts'
import { csv } from './csv/csv.ts'
import { dna } from './dna/dna.ts'
import { doccano } from './doccano/doccano.ts'
import type { Format } from './format.ts'
import type { FormatId } from './format-ids.ts'
import { isnadJsonl } from './isnad-jsonl.ts'
import { labelStudio } from './label-studio/label-studio.ts'
import { prodigy } from './prodigy/prodigy.ts'
import { tei } from './tei/tei.ts'
import { timeml } from './timeml/timeml.ts'
import { w3c } from './w3c/w3c.ts'
import { webannoTsv } from './webanno/webanno-tsv.ts'

export const formats = {
  isnad: isnadJsonl,
  'webanno-tsv': webannoTsv,
  'cas-xmi': casXmi,
  'cas-json': casJson,
  'label-studio': labelStudio,
  w3c,
  tei,
  brat,
  'hf-tokens': hfTokens,
  prodigy,
  doccano,
  csv,
  bioes,
  conll,
  timeml,
  dna,
} as const satisfies Record<FormatId, Format>

/** A format by its id, as any of them. */
export const formatOf = (id: FormatId): Format => formats[id]

import { bennettS } from './bennett-s.ts'
import { boundarySimilarity } from './boundary-similarity.ts'
import { characterJaccard } from './character-jaccard.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gamma } from './gamma.ts'
import { gammaCat } from './gamma-cat.ts'
import { gwetAc1 } from './gwet-ac1.ts'
import { gwetAc2 } from './gwet-ac2.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { krippendorffAlphaU } from './krippendorff-alpha-u.ts'
import type { Measure } from './measure.ts'
import { percentAgreement } from './percent-agreement.ts'
import { pk } from './pk.ts'
import { randolphKappa } from './randolph-kappa.ts'
import { scottPi } from './scott-pi.ts'
import { segmentationSimilarity } from './segmentation-similarity.ts'
import { spanF1 } from './span-f1.ts'
import { uAlpha } from './u-alpha.ts'
import { weightedKappa } from './weighted-kappa.ts'
import { windowDiff } from './window-diff.ts'

/** Every measure under the name papers know it by; each says in its own file what data it takes and where it is from. */
export const measures = {
  'percent-agreement': percentAgreement,
  'bennett-s': bennettS,
  'scott-pi': scottPi,
  'cohen-kappa': cohenKappa,
  'weighted-kappa': weightedKappa,
  'fleiss-kappa': fleissKappa,
  'randolph-kappa': randolphKappa,
  'gwet-ac1': gwetAc1,
  'gwet-ac2': gwetAc2,
  'krippendorff-alpha': krippendorffAlpha,
  'krippendorff-alpha-u': krippendorffAlphaU,
  'u-alpha': uAlpha,
  gamma,
  'gamma-cat': gammaCat,
  'span-f1': spanF1,
  'character-jaccard': characterJaccard,
  'boundary-similarity': boundarySimilarity,
  'segmentation-similarity': segmentationSimilarity,
  'window-diff': windowDiff,
  pk,
} as const satisfies Record<string, Measure>

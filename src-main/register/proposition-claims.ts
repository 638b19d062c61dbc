import { registerOf } from '../../annotations/actors/register.ts'
import type { Likeness } from '../../annotations/api/codebook.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { traitsOf } from '../../annotations/propositions/claim-traits.ts'
import { type CodedClaim, similarClaims } from '../../annotations/propositions/similar-claims.ts'
import type { Job } from '../jobs.ts'
import type { OpenProject } from '../storage/projects.ts'
import { setsSaying } from './scan-sets.ts'

/** The attributes by which claims point to the codebook, whatever the scheme calls them. */
export const codeAttributes = ({ labels }: LabelScheme): string[] => [
  ...new Set(
    labels.flatMap(({ attributes }) =>
      attributes.filter(({ type }) => type === 'proposition').map(({ id }) => id),
    ),
  ),
]

/** The proposition an annotation points to. */
function codeOf({ label, attributes }: Annotation, scheme: LabelScheme): string | undefined {
  const attribute = labelOf(scheme, label)?.attributes.find(({ type }) => type === 'proposition')
  const code = attribute && attributes[attribute.id]
  return typeof code === 'string' ? code : undefined
}

type Coded = { set: AnnotationSet; annotation: Annotation; proposition: string }

/** Every annotation that points to the codebook, or to one proposition of it. */
export async function codedClaims(
  { paths, project }: OpenProject,
  id?: string,
  job?: Job,
): Promise<Coded[]> {
  const attributes = codeAttributes(project.scheme)
  const said = attributes.map(name => (id === undefined ? `"${name}":"` : `"${name}":"${id}"`))
  if (said.length === 0) return []
  return (await setsSaying(paths, said, job)).flatMap(set =>
    set.annotations.flatMap((annotation): Coded[] => {
      const proposition = codeOf(annotation, project.scheme)
      return proposition === undefined || (id !== undefined && proposition !== id)
        ? []
        : [{ set, annotation, proposition }]
    }),
  )
}

type Asked = { documentId: string; annotator: string; claim: string; limit: number }

/** What a claim may be coded as, with why. */
export async function similarTo(
  open: OpenProject,
  { documentId, annotator, claim: id, limit }: Asked,
): Promise<Likeness[]> {
  const { actors } = await open.actors.all()
  const { values: codebook } = await open.propositions.all()
  const register = registerOf(actors)
  const own = await open.sets.find(annotator, documentId)
  const claim = own?.annotations.find(annotation => annotation.id === id)
  if (!own || !claim) return []
  const coded = (await codedClaims(open))
    .filter(
      ({ set, annotation }) =>
        annotation.id !== id || set.documentId !== documentId || set.annotator !== annotator,
    )
    .map(
      ({ set, annotation, proposition }): CodedClaim<NonNullable<Likeness['claim']>> => ({
        proposition,
        traits: traitsOf(annotation, set, register),
        place: { documentId: set.documentId, annotator: set.annotator, quote: quoteOf(annotation) },
      }),
    )
  return similarClaims(traitsOf(claim, own, register), coded, codebook, limit).map(
    ({ place, actors: ids, ...like }) => ({
      ...like,
      actors: ids.map(one => register.get(one)?.name.ar ?? one),
      ...(place === undefined ? {} : { claim: place }),
    }),
  )
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fitScheme, nothingGrown } from '../../../annotations/formats/exchange/fit-scheme.ts'
import { fitSet } from '../../../annotations/formats/exchange/fit-set.ts'
import { plainMapping } from '../../../annotations/formats/exchange/labels.ts'
import { settle } from '../../../annotations/formats/exchange/settle.ts'
import { speaker } from '../../../annotations/formats/exchange/spoken.ts'
import type { WriteContext } from '../../../annotations/formats/format.ts'
import type { FormatId } from '../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../annotations/formats/formats.ts'
import { type Annotation, quoteOf } from '../../../annotations/model/annotation.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { documentOf } from '../../arabic-news.ts'

type Change = (annotation: Annotation) => Annotation | undefined

const text = '📷 أعلنت الوزارة أنها ستفتح المعبر .'

/** A foreign file read into a set and written to the same format, with everything that was kept of it. */
function back(
  id: FormatId,
  file: string,
  { besides = {}, change }: { besides?: Record<string, string>; change?: Change } = {},
) {
  const { reader, writer } = formatOf(id)
  if (!reader || !writer) throw new Error(`${id} is not read and written`)
  const found =
    reader.by === 'line'
      ? file.split('\n').flatMap(line => reader.read(line))
      : [...reader.read({ name: 'x', text: file, beside: ending => besides[ending] })]
  const [only] = found
  if (!only || !('document' in only)) throw new Error(JSON.stringify(found))
  const settled = settle(only.document, only.document.text ?? text)
  const fitted = fitScheme(settled.sets, defaultScheme, plainMapping, nothingGrown())
  const document = { ...documentOf(settled.text), ...only.document.metadata }
  const sets = settled.sets.map(foreign => {
    const { annotations, relations, kept, problems } = fitSet(foreign, fitted)
    expect(problems).toEqual([])
    const left = annotations.flatMap(one => (change ? (change(one) ?? []) : one))
    const set = {
      documentId: document.id,
      textDigest: document.textDigest,
      annotator: foreign.annotator ?? 'ليلى',
      status: 'in-progress' as const,
      revision: 1,
      annotations: left,
      relations: relations.filter(({ from, to }) =>
        [from, to].every(end => left.some(one => one.id === end)),
      ),
    }
    const record = only.document.kept
    return { set, kept: { ...(record && { record }), ...kept } }
  })
  const calledHere = (names: ReadonlyMap<string, string | undefined>) =>
    Object.fromEntries([...names].map(([name, id]) => [id ?? name, name]))
  const names = { labels: calledHere(fitted.labels), relations: calledHere(fitted.relations) }
  const spoken = speaker(id, names, fitted.scheme)
  const context: WriteContext = {
    scheme: spoken.scheme,
    actors: new Map(),
    unit: formatOf(id).units[0] ?? 'utf-16',
    survey: { relations: sets.reduce((sum, { set }) => sum + set.relations.length, 0) },
  }
  const piece = {
    document,
    sets: sets.map(({ set, kept }) => ({ set: spoken.set(set), kept })),
  }
  const outs = writer.write(piece, context)
  return { problems: settled.problems, outs, layers: writer.layers?.(piece, context), context }
}

const json = (outs: readonly { text: string }[]) => JSON.parse(outs[0]?.text ?? '')

test('Label Studio: controls, scores, predictions and whatever else a task has come back under their own names', () => {
  const value = { start: 2, end: 7, text: 'أعلنت' }
  const region = (id: string, label: string, more: object) => ({
    ...{ id, from_name: 'spans', to_name: 'article', type: 'labels', ...more },
    value: { ...value, labels: [label] },
  })
  const control = {
    ...{ id: 'r1', from_name: 'certainty', to_name: 'article', type: 'choices' },
    value: { ...value, choices: ['high', 'checked'] },
  }
  const stars = {
    ...{ id: 'r1', from_name: 'stars', to_name: 'article', type: 'rating' },
    value: { ...value, rating: 4 },
  }
  const whole = {
    ...{ id: 'd1', from_name: 'topic', to_name: 'article', type: 'choices' },
    value: { choices: ['border'] },
  }
  const task = {
    id: 31,
    data: { text, shelf: 7 },
    meta: { batch: 'b' },
    project: 4,
    annotations: [
      {
        ...{ id: 9, completed_by: 2, lead_time: 3.5, ground_truth: true },
        result: [region('r1', 'cue', { origin: 'manual', score: 0.4 }), control, stars, whole],
      },
    ],
    predictions: [
      { model_version: 'm-2', score: 0.7, result: [region('p1', 'cue', { score: 0.6 })] },
    ],
  }
  const { outs } = back('label-studio', JSON.stringify([task]))
  const written = json(outs)
  expect(written).toMatchObject({ id: 31, data: task.data, project: 4, meta: task.meta })
  expect(written.annotations).toHaveLength(1)
  expect(written.annotations[0]).toMatchObject({ id: 9, completed_by: 2, ground_truth: true })
  expect(written.annotations[0].result).toEqual(task.annotations[0]?.result)
  expect(written.predictions).toMatchObject(task.predictions)
})

test('Label Studio: a value that was changed stands in the control it came from', () => {
  const value = { start: 2, end: 7, text: 'أعلنت' }
  const result = [
    {
      id: 'r1',
      from_name: 's',
      to_name: 't',
      type: 'labels',
      value: { ...value, labels: ['Seen'] },
    },
    {
      id: 'r1',
      from_name: 'How Sure',
      to_name: 't',
      type: 'choices',
      value: { ...value, choices: ['low'] },
    },
  ]
  const { outs } = back(
    'label-studio',
    JSON.stringify([{ data: { text }, annotations: [{ result }] }]),
    {
      change: one => ({ ...one, attributes: { 'how-sure': 'high' } }),
    },
  )
  expect(json(outs).annotations[0].result[1]).toEqual({
    ...result[1],
    value: { ...value, choices: ['high'] },
  })
})

test('Prodigy: hashes, sessions, and what is said of spans and relations come back', () => {
  const record = {
    text,
    _input_hash: -1,
    _task_hash: 5,
    _session_id: 's-1',
    _view_id: 'relations',
    answer: 'accept',
    options: [{ id: 1 }],
    meta: { source: 'desk' },
    spans: [
      { start: 2, end: 7, label: 'cue', source: 'model-x', score: 0.5 },
      { start: 8, end: 15, label: 'actor', attributes: { kind: 'person', Mood: 'x' } },
    ],
    relations: [
      {
        ...{ head: 1, child: 2, label: 'by', color: '#abc' },
        head_span: { start: 2, end: 7, label: 'cue' },
        child_span: { start: 8, end: 15, label: 'actor' },
      },
    ],
  }
  const written = json(back('prodigy', JSON.stringify(record)).outs)
  const { spans, relations, meta, ...rest } = record
  expect(written).toMatchObject({ ...rest, meta })
  expect(written.spans).toMatchObject(spans)
  expect(written.relations).toMatchObject([{ label: 'by', color: '#abc' }])
  expect(relations).toHaveLength(1)
})

test('spaCy: entities and groups of spans of a Doc are spans', () => {
  const doc = {
    text,
    ents: [{ start: 8, end: 15, label: 'actor' }],
    spans: { sc: [{ start: 2, end: 7, label: 'cue', kb_id: 'Q1' }] },
    tokens: [{ id: 0, start: 0, end: 1 }],
  }
  expect(formatOf('prodigy').reader?.looksLike('x.jsonl', JSON.stringify(doc))).toBe(true)
  const written = json(back('prodigy', JSON.stringify(doc)).outs)
  expect(written.spans).toMatchObject([
    { start: 2, end: 7, label: 'cue', kb_id: 'Q1', group: 'sc' },
    { start: 8, end: 15, label: 'actor' },
  ])
})

test('Hugging Face: the words, the other columns and the name of the record come back', () => {
  const record = {
    id: '77',
    tokens: ['U.N.', 'قال', 'الناطق'],
    pos_tags: [1, 2, 3],
    tags: ['B-actor', 'O', 'O'],
    split: 'train',
  }
  const written = json(back('hf-tokens', JSON.stringify(record)).outs)
  expect(written).toMatchObject(record)
  expect(written).not.toHaveProperty('words')
})

test('Hugging Face: a column that counts words is left out where the words are others', () => {
  const record = {
    id: '7',
    tokens: ['قال', 'ناطق-باسم'],
    ner_tags: ['B-cue', 'B-actor'],
    pos_tags: [1, 2],
  }
  const { outs } = back('hf-tokens', JSON.stringify(record), {
    change: one =>
      one.label === 'cue'
        ? { ...one, spans: [{ start: 9, end: 13, quote: 'باسم' }] }
        : { ...one, spans: [{ start: 4, end: 8, quote: 'ناطق' }] },
  })
  const written = json(outs)
  expect(written.tokens.length).toBeGreaterThan(2)
  expect(written.tokens.length).toBe(written.ner_tags.length)
  expect(written).not.toHaveProperty('pos_tags')
})

test('W3C: ids, purposes, makers, other bodies and other selectors come back', () => {
  const page = 'http://example.org/doc/1'
  const selectors = [
    { type: 'TextQuoteSelector', exact: 'أعلنت' },
    { type: 'TextPositionSelector', start: 2, end: 7 },
    { type: 'XPathSelector', value: '/p[1]' },
  ]
  const items = [
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: '#a-1',
      type: 'Annotation',
      motivation: 'commenting',
      creator: { id: 'http://example.org/u/1', type: 'Person', name: 'سلمى' },
      created: '2024-05-01T00:00:00Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'cue', created: '2024-05-02T00:00:00Z' },
        { type: 'TextualBody', purpose: 'commenting', value: 'ملاحظة' },
      ],
      target: { source: page, selector: selectors, state: { type: 'HttpRequestState' } },
    },
  ]
  const { outs } = back('w3c', JSON.stringify(items), { besides: { '.txt': text } })
  const [article, written] = JSON.parse(`[${outs[0]?.text}]`)
  expect(article).toMatchObject({ target: page })
  expect(written).toMatchObject({
    ...items[0],
    target: { source: page, state: { type: 'HttpRequestState' } },
  })
  expect(written.target.selector).toContainEqual(selectors[2])
})

const xmi = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:noNamespace="http:///uima/noNamespace.ecore" xmlns:type="http:///de/example/ner/type.ecore" xmlns:type2="http:///de/example/seg/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
<type:NamedEntity xmi:id="3" sofa="1" begin="3" end="8" value="cue" identifier="Q1" coarseValue="X"/>
<type:NamedEntity xmi:id="4" sofa="1" begin="9" end="16" value="actor"/>
<type2:Chunk xmi:id="5" sofa="1" begin="22" end="34"/>
<noNamespace:Plain xmi:id="6" sofa="1" begin="17" end="21"/>
<type:Link xmi:id="7" sofa="1" begin="9" end="16" Governor="3" Dependent="4" value="by" sure="0.5"/>
<type:Join xmi:id="8" sofa="1" begin="9" end="16" source="4" target="3" value="of"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
<cas:View sofa="1" members="3 4 5 6 7 8"/>
</xmi:XMI>`

test('XMI: every layer is written as itself, and the type system declares it', () => {
  const { outs, layers = {}, context } = back('cas-xmi', xmi)
  const written = outs[0]?.text ?? ''
  expect(written).toMatch(/xmlns:type="http:\/\/\/de\/example\/ner\/type.ecore"/)
  expect(written).toMatch(/xmlns:type2="http:\/\/\/de\/example\/seg\/type.ecore"/)
  expect(written).toMatch(
    /<type:NamedEntity [^>]*begin="3" end="8" value="cue"[^>]*identifier="Q1"/,
  )
  expect(written).toMatch(/<type:NamedEntity [^>]*coarseValue="X"/)
  expect(written).toMatch(/<type2:Chunk [^>]*begin="22" end="34"/)
  expect(written).toMatch(/<noNamespace:Plain /)
  expect(written).toMatch(/<type:Link [^>]*Governor="\d+" Dependent="\d+" value="by" sure="0.5"/)
  expect(written).toMatch(/<type:Join [^>]*source="\d+" target="\d+" value="of"/)
  const survey = { relations: 2, layers }
  const [types] = formatOf('cas-xmi').writer?.head?.({ ...context, survey }) ?? []
  for (const name of ['de.example.ner.type.NamedEntity', 'de.example.seg.type.Chunk', 'Plain'])
    expect(types?.text).toContain(`<name>${name}</name>`)
  expect(types?.text).toContain('<name>coarseValue</name>')
  // What is written is read again as the same.
  const again = back('cas-xmi', written)
  expect(again.outs[0]?.text).toBe(written)
})

const words = 'de.tudarmstadt.ukp.dkpro.core.api'
/** As INCEpTION writes them: words and sentences, slots (one of them empty), chains (two on one word), a dependency. */
const project = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:pos="http:///${words.replaceAll('.', '/')}/lexmorph/type/pos.ecore" xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:dependency="http:///${words.replaceAll('.', '/')}/syntax/type/dependency.ecore" xmlns:type3="http:///${words.replaceAll('.', '/')}/metadata/type.ecore" xmlns:type5="http:///${words.replaceAll('.', '/')}/segmentation/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
    <cas:NULL xmi:id="0"/>
    <type3:DocumentMetaData xmi:id="1" sofa="12" begin="0" end="36" language="x-unspecified" documentTitle="x" documentId="x" isLastSegment="false"/>
    <type5:Token xmi:id="19" sofa="12" begin="0" end="2"/>
    <type5:Token xmi:id="28" sofa="12" begin="3" end="8" pos="57"/>
    <type5:Token xmi:id="37" sofa="12" begin="9" end="16" lemma="59"/>
    <type5:Lemma xmi:id="59" sofa="12" begin="9" end="16" value="وزارة"/>
    <type5:Sentence xmi:id="64" sofa="12" begin="0" end="36"/>
    <pos:POS_VERB xmi:id="57" sofa="12" begin="3" end="8" PosValue="VV" coarseValue="VERB"/>
    <dependency:Dependency xmi:id="58" sofa="12" begin="9" end="16" Governor="28" Dependent="37" DependencyType="nsubj" flavor="basic"/>
    <custom:SimpleSpan xmi:id="68" sofa="12" begin="9" end="16"/>
    <custom:SimpleSpan xmi:id="72" sofa="12" begin="22" end="34"><tags>أول قول</tags><tags>ثانٍ</tags></custom:SimpleSpan>
    <custom:LinkType xmi:id="76" role="p1" target="68"/>
    <custom:LinkType xmi:id="77" role="unset"/>
    <custom:LinkType xmi:id="79" role="p2" target="72"/>
    <custom:SimpleLinkHost xmi:id="82" sofa="12" begin="3" end="8" links="76 77 79" value="say"/>
    <custom:SimpleLink xmi:id="85" sofa="12" begin="9" end="16" next="86" referenceRelation="same" referenceType="nam"/>
    <custom:SimpleLink xmi:id="86" sofa="12" begin="17" end="21" referenceType="pron"/>
    <custom:SimpleLink xmi:id="95" sofa="12" begin="9" end="16" next="96"/>
    <custom:SimpleLink xmi:id="96" sofa="12" begin="22" end="34"/>
    <custom:SimpleChain xmi:id="89" sofa="12" first="85"/>
    <custom:SimpleChain xmi:id="99" sofa="12" first="95"/>
    <custom:Unseen xmi:id="100" sofa="12" begin="0" end="2" value="x"/>
    <cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
    <cas:View sofa="12" members="1 19 28 37 59 64 57 58 68 72 82 85 86 95 96 89 99"/>
</xmi:XMI>
`

/** By id every structure, whatever the order of its features and the names of its namespaces. */
function structuresIn(xml: string): Record<string, string> {
  const uris = new Map(
    [...xml.matchAll(/xmlns:(\w+)="([^"]+)"/g)].map(([, a = '', b = '']) => [a, b]),
  )
  const found = [
    ...xml.matchAll(/<(\w+):(\w+) xmi:id="(\d+)"([^>]*?)\/?>((?:<(\w+)>[^<]*<\/\6>)*)/g),
  ]
  return Object.fromEntries(
    found.map(([, prefix = '', type, id, features = '', inside]) => [
      id,
      [
        uris.get(prefix),
        type,
        ...features
          .trim()
          .split(/(?<=") /)
          .sort(),
        inside,
      ].join(' '),
    ]),
  )
}

test('XMI: words, slots, links to nothing, chains and dependencies go back under their ids as they were', () => {
  const { outs, layers = {}, context, problems } = back('cas-xmi', project)
  expect(problems).toEqual([])
  const written = outs[0]?.text ?? ''
  const [before, after] = [structuresIn(project), structuresIn(written)]
  expect(Object.keys(before).length).toBeGreaterThan(20)
  expect(after).toMatchObject(before)
  // What is known of the article is all that was added.
  expect(Object.keys(after).filter(id => !Object.hasOwn(before, id))).toEqual(['101'])
  const members = (xml: string) => (/members="([^"]*)"/.exec(xml)?.[1] ?? '').split(' ').sort()
  expect(members(written)).toEqual([...members(project), '101'].sort())
  const survey = { relations: 2, layers }
  const [types] = formatOf('cas-xmi').writer?.head?.({ ...context, survey }) ?? []
  expect(types?.text).toMatch(
    /<name>links<\/name>\s*<description\/>\s*<rangeTypeName>uima.cas.FSArray<\/rangeTypeName>\s*<elementType>webanno.custom.LinkType</,
  )
  expect(types?.text).toMatch(
    /<name>webanno.custom.SimpleChain<\/name>\s*<description\/>\s*<supertypeName>uima.cas.AnnotationBase</,
  )
  expect(types?.text).toMatch(
    /<name>webanno.custom.LinkType<\/name>\s*<description\/>\s*<supertypeName>uima.cas.TOP</,
  )
})

test('XMI: what is taken away leaves no link to it, and a chain begins where it begins now', () => {
  const { outs } = back('cas-xmi', project, {
    change: one => (one.id === '85' || one.id === '72' || one.id === '57' ? undefined : one),
  })
  const after = structuresIn(outs[0]?.text ?? '')
  expect(after[82]).toContain('links="76 77"')
  expect(after[79]).toBeUndefined()
  expect(after[28]).not.toContain('pos=')
  expect(after[89]).toContain('first="86"')
  expect(after[99]).toContain('first="95"')
})

test('CAS JSON: slots, chains, words and arrays of numbers go back as they were', () => {
  const file = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 5, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
      { '%ID': 6, '%TYPE': `${words}.segmentation.type.Token`, '@sofa': 5, begin: 3, end: 8 },
      { '%ID': 7, '%TYPE': 'x.Host', '@sofa': 5, begin: 3, end: 8, '@links': 20, '@sizes': 22 },
      { '%ID': 8, '%TYPE': 'x.Filler', '@sofa': 5, begin: 9, end: 16, '@tags': 21 },
      { '%ID': 9, '%TYPE': 'x.Link', role: 'who', '@target': 8 },
      { '%ID': 10, '%TYPE': 'x.Chained', '@sofa': 5, begin: 9, end: 16, '@next': 11 },
      { '%ID': 11, '%TYPE': 'x.Chained', '@sofa': 5, begin: 22, end: 27 },
      { '%ID': 12, '%TYPE': 'x.Chain', '@sofa': 5, '@first': 10 },
      { '%ID': 20, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [9] },
      { '%ID': 21, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['أول قول', 'ثانٍ'] },
      { '%ID': 22, '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [3, 4] },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 5, '%MEMBERS': [6, 7, 8, 10, 11, 12] } },
  }
  /** By id, with arrays where they are used. */
  const inlined = (said: { '%FEATURE_STRUCTURES': Record<string, unknown>[] }) => {
    const all = new Map(said['%FEATURE_STRUCTURES'].map(one => [one['%ID'], one]))
    const elements = (id: unknown) => all.get(id)?.['%ELEMENTS']
    return Object.fromEntries(
      [...all.values()]
        .filter(one => !('%ELEMENTS' in one) && one['%TYPE'] !== 'uima.cas.Sofa')
        .map(one => [
          one['%ID'],
          Object.fromEntries(
            Object.entries(one).map(([name, value]) => [
              name,
              name.startsWith('@') ? (elements(value) ?? value) : value,
            ]),
          ),
        ]),
    )
  }
  const written = json(back('cas-json', JSON.stringify(file)).outs)
  expect(inlined(written)).toMatchObject(inlined(file))
  expect(written['%VIEWS']._InitialView['%MEMBERS']).toEqual(
    expect.arrayContaining([6, 7, 8, 10, 11, 12]),
  )
  expect(written['%VIEWS']._InitialView['%MEMBERS']).not.toContain(9)
  expect(written['%TYPES']['x.Host']).toMatchObject({
    links: { '%RANGE': 'uima.cas.FSArray', '%ELEMENT_TYPE': 'x.Link' },
    sizes: { '%RANGE': 'uima.cas.IntegerArray' },
  })
})

const tsv = readFileSync(join(import.meta.dirname, '../../golden/webanno-tsv/layers.tsv'), 'utf8')

/** What a TSV file says, whatever the order and the numbers of what is stacked. */
function saidIn(file: string) {
  const [found] = [
    ...(formatOf('webanno-tsv').reader?.read({ name: 'x', text: file } as never) ?? []),
  ]
  if (!found || !('document' in found)) throw new Error('no document')
  const { kept, text = '', sets } = found.document
  const [{ annotations = [], relations = [] } = {}] = sets
  const place = (id: string) => {
    const one = annotations.find(one => one.id === id)
    return [one?.label, one?.kept?.layer, ...(one?.spans.map(({ start }) => start) ?? [])].join(' ')
  }
  return {
    text,
    kept,
    annotations: annotations
      .map(({ label, spans, attributes, kept }) =>
        JSON.stringify([label, spans, [...(attributes ?? [])].sort(), kept]),
      )
      .sort(),
    relations: relations
      .map(({ type, from, to, kept }) => JSON.stringify([type, place(from), place(to), kept]))
      .sort(),
  }
}

test('WebAnno TSV: layers, features, slots, chains and relations of words go back to where they came from', () => {
  // One name in two cases would be one label.
  const file = tsv.replace('org[1]', 'nam[1]')
  const { outs, problems } = back('webanno-tsv', file)
  expect(problems).toEqual([])
  const written = outs[0]?.text ?? ''
  expect(saidIn(written)).toEqual(saidIn(file))
  expect(back('webanno-tsv', written).outs[0]?.text).toBe(written)
  const frame = (text: string) =>
    text
      .split('\n')
      .map(line => line.split('\t', 3).join('\t'))
      .join('\n')
  expect(frame(written)).toBe(frame(file))
})

test('WebAnno TSV: what is added to a file of other layers stands in ours, or in a column of its own', () => {
  const { outs } = back('webanno-tsv', tsv, {
    change: one => {
      // A host without a label of its own cannot say another.
      if (quoteOf(one) === 'وأكدت' && one.label === 'saying')
        return { ...one, label: 'actor', attributes: { kind: 'place' } }
      return one.label === 'event' ? { ...one, attributes: { sure: true } } : one
    },
  })
  const written = outs[0]?.text ?? ''
  expect(written).toContain('#T_SP=webanno.custom.Entity|value|sure\n')
  expect(written).toMatch(/\n#T_SP=webanno.custom.Span\|label\|/)
  const said = saidIn(written).annotations.join('\n')
  expect(said).toContain('["EVENT",[{"start":22,"end":34}],[["sure","true"]]')
  expect(said).toContain('["actor",[{"start":37,"end":42}],[["kind","place"]]')
})

test('WebAnno TSV ends with its last row: INCEpTION takes a blank line for the beginning of a sentence', () => {
  const written = back('webanno-tsv', tsv).outs[0]?.text ?? ''
  expect(written).toMatch(/[^\n]\n$/)
  expect(written).not.toMatch(/\n\n\n(?!#)/)
})

test('XMI: an annotation of a layer without a label is of our layer once it is called something else', () => {
  const { outs } = back('cas-xmi', xmi, {
    change: one => (quoteOf(one) === 'ستفتح المعبر' ? { ...one, label: 'claim' } : one),
  })
  expect(outs[0]?.text).not.toContain('Chunk')
  expect(outs[0]?.text).toMatch(/<custom:Span [^>]*begin="22" end="34" label="claim"/)
})

test('CAS JSON: every layer is written as itself, and its types stand in the file', () => {
  const structures = [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
    { '%ID': 3, '%TYPE': 'x.Entity', '@sofa': 1, begin: 3, end: 8, value: 'cue', weight: 2 },
    { '%ID': 4, '%TYPE': 'x.Entity', '@sofa': 1, begin: 9, end: 16, value: 'actor' },
    {
      '%ID': 5,
      '%TYPE': 'x.Rel',
      '@sofa': 1,
      begin: 3,
      end: 8,
      '@Governor': 3,
      '@Dependent': 4,
      value: 'by',
    },
  ]
  const file = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [3, 4, 5] } },
  }
  const written = json(back('cas-json', JSON.stringify(file)).outs)
  const typed = (name: string) =>
    written['%FEATURE_STRUCTURES'].filter((one: Record<string, unknown>) => one['%TYPE'] === name)
  expect(typed('x.Entity')).toMatchObject([
    { begin: 3, end: 8, value: 'cue', weight: 2 },
    { begin: 9, end: 16, value: 'actor' },
  ])
  expect(typed('x.Rel')).toMatchObject([{ value: 'by' }])
  expect(written['%TYPES']['x.Entity']).toMatchObject({ value: { '%RANGE': 'uima.cas.String' } })
})

test('brat: events in events, modifications, notes of anything, and attributes of relations come back', () => {
  const ann = [
    'T1\tcue 2 7\tأعلنت',
    'T2\tactor 8 15\tالوزارة',
    'T3\tclaim 21 33\tستفتح المعبر',
    'E1\tcue:T1 Agent:T2 Content:E2',
    'E2\tclaim:T3',
    'R7\trefers Arg1:E1 Arg2:T2\t',
    'A3\tCertainty E1 high',
    'M2\tSpeculation E2',
    'A1\tkind T2 state',
    'A9\tDoubt R7',
    '*\tEquiv T1 T3',
    'N1\tReference T2 Wikidata:Q1\tالوزارة',
    '#1\tAnnotatorNotes E1\tملاحظة',
    '#2\tAnnotatorNotes A3\tملاحظة',
  ]
  const { outs, problems } = back('brat', `${ann.join('\n')}\n`, { besides: { '.txt': text } })
  expect(problems).toEqual([])
  const written = outs
    .find(({ file }) => file.endsWith('.ann'))
    ?.text.trimEnd()
    .split('\n')
  expect([...(written ?? [])].sort()).toEqual([...ann].sort())
})

test('brat: an event is of its trigger’s type, and nothing but events and relations names a trigger', () => {
  const ann = [
    'T1\tcue 2 7\tأعلنت',
    'T2\tactor 8 15\tالوزارة',
    'T3\tclaim 21 33\tستفتح المعبر',
    'T4\tactor 16 20\tأنها',
    'E1\tcue:T1 Agent:T2',
    '*\tEquiv T2 T3 T4',
  ]
  const { outs } = back('brat', `${ann.join('\n')}\n`, {
    besides: { '.txt': text },
    change: one => {
      if (one.id === 'T1') return { ...one, label: 'claim', attributes: { stance: 'asserts' } }
      return one.id === 'T3' ? undefined : one
    },
  })
  const written = outs.find(({ file }) => file.endsWith('.ann'))?.text ?? ''
  expect(written).toContain('E1\tclaim:T1 Agent:T2\n')
  expect(written).toMatch(/^A\d+\tstance E1 asserts$/m)
  expect(written).toContain('*\tEquiv T2 T4\n')
})

test('brat: a tab or a line that only Python ends is between two fragments, as a line end is', () => {
  const torn = 'قال\tالناطق\u2028نعم.'
  const { outs } = back('brat', 'T1\tcue 0 3;4 10;11 14\tقال الناطق نعم\n', {
    besides: { '.txt': torn },
  })
  expect(outs.find(one => one.file.endsWith('.ann'))?.text).toBe(
    'T1\tcue 0 3;4 10;11 14\tقال الناطق نعم\n',
  )
})

test('doccano: ids and columns of its own come back', () => {
  const record = {
    id: 12,
    text,
    entities: [{ id: 1, label: 'cue', start_offset: 2, end_offset: 7, user: 3 }],
    relations: [],
    meta: { a: 1 },
    Comments: ['س'],
  }
  expect(json(back('doccano', JSON.stringify(record)).outs)).toMatchObject({
    id: 12,
    meta: { a: 1 },
    Comments: ['س'],
    label: [[2, 7, 'cue']],
  })
})

test('Label Studio: a page keeps its XPaths as long as nobody moves the region', () => {
  const value = {
    ...{ start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 2, endOffset: 7 },
    ...{ globalOffsets: { start: 2, end: 7 }, text: 'أعلنت', htmllabels: ['cue'] },
  }
  const result = [{ id: 'r1', from_name: 's', to_name: 't', type: 'hypertextlabels', value }]
  const file = JSON.stringify([{ data: { text }, annotations: [{ result }] }])
  const { outs, problems } = back('label-studio', file)
  expect(problems).toEqual([])
  expect(json(outs).annotations[0].result).toEqual(result)
  const moved = back('label-studio', file, {
    change: one => ({ ...one, spans: [{ start: 9, end: 16, quote: 'الوزارة' }] }),
  })
  expect(json(moved.outs).annotations[0].result[0].value).toMatchObject({ start: 8, end: 15 })
})

test('Recogito: selectors without types, highlights without bodies, and many sources beside one text', () => {
  const own = [
    { id: 'h1', bodies: [], target: { selector: { quote: 'أعلنت', start: 3, end: 8 } } },
    {
      id: 'h2',
      bodies: [{ value: 'actor' }],
      target: { selector: [{ quote: 'الوزارة', start: 9, end: 16 }] },
    },
  ]
  expect(formatOf('w3c').reader?.looksLike('x.json', JSON.stringify(own))).toBe(true)
  const { outs } = back('w3c', JSON.stringify(own), { besides: { '.txt': text } })
  const [, first, second] = JSON.parse(`[${outs[0]?.text}]`)
  expect(first).toMatchObject({ id: 'h1', body: [] })
  expect(second).toMatchObject({ id: 'h2', body: [{ value: 'actor' }] })
  const selector = [
    { type: 'TextQuoteSelector', exact: 'أعلنت' },
    { type: 'TextPositionSelector', start: 2 },
  ]
  const sources = ['http://example.org/a', 'http://example.org/b']
  const items = sources.map((source, at) => ({
    ...{
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${at}`,
      type: 'Annotation',
      body: [],
    },
    target: { id: `t${at}`, source, selector },
  }))
  const { reader } = formatOf('w3c')
  if (reader?.by !== 'file') throw new Error('a file')
  const beside = () => text
  const found = [...reader.read({ name: 'x', text: JSON.stringify(items), beside })]
  expect(found).toHaveLength(2)
  for (const one of found) {
    if (!('document' in one)) throw new Error('no document')
    const settled = settle(one.document, text)
    expect(settled.problems).toEqual([])
    expect(settled.sets[0]?.annotations[0]?.spans).toEqual([{ start: 3, end: 8, quote: 'أعلنت' }])
  }
})

test('doccano: labels by number are called by their names, and each user has a set', () => {
  const annotations = [
    { id: 1, label: 2, label_name: 'cue', start_offset: 2, end_offset: 7, user: 1, user_name: 'a' },
    {
      id: 2,
      label: 1,
      label_name: 'actor',
      start_offset: 8,
      end_offset: 15,
      user: 2,
      user_name: 'b',
    },
  ]
  const line = JSON.stringify({ id: 1, text, annotations, meta: {} })
  expect(formatOf('doccano').reader?.looksLike('x.jsonl', line)).toBe(true)
  const { outs } = back('doccano', line)
  expect(outs.map(one => JSON.parse(one.text))).toMatchObject([
    { annotator: 'a', label: [[2, 7, 'cue']] },
    { annotator: 'b', label: [[8, 15, 'actor']] },
  ])
})

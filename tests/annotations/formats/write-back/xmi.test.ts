import { expect, test } from 'vitest'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import { quoteOf } from '../../../../annotations/model/annotation.ts'
import { back, text, words } from './back.ts'

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

test('XMI: an annotation of a layer without a label is of our layer once it is called something else', () => {
  const { outs } = back('cas-xmi', xmi, {
    change: one => (quoteOf(one) === 'ستفتح المعبر' ? { ...one, label: 'claim' } : one),
  })
  expect(outs[0]?.text).not.toContain('Chunk')
  expect(outs[0]?.text).toMatch(/<custom:Span [^>]*begin="22" end="34" label="claim"/)
})

import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { RelationType } from '../../annotations/model/scheme.ts'
import { annotationById } from '../state/actions.ts'
import { goTo, type OpenDocument, useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import { useKeysOf } from '../state/keymap.ts'
import { link, moveInChain, unlink } from '../state/link-actions.ts'
import { startLinking } from '../state/linking.ts'
import { language, useSay } from '../strings/words.ts'
import { Keycap } from '../ui/keycap.tsx'
import { attributeWords } from './attribute-words.ts'
import { LinkFields } from './link-fields.tsx'
import { type Option, SearchBox } from './search-box.tsx'

type Props = { open: OpenDocument; annotation: Annotation; type: RelationType }

/** What an annotation is joined to by one type of relation; an ordered type is a chain from the outside in. */
export function LinkSection({ open, annotation, type }: Props) {
  const say = useSay()
  const key = useKeysOf('link')[0] ?? ''
  const linking = useEditor(editor => editor.linking === annotation.id)
  const name = type.name[language()]
  const places = placement(open.set.annotations)
  const links = open.set.relations
    .filter(relation => relation.from === annotation.id && relation.type === type.id)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))

  // The nearest first: what a claim is joined to mostly stands in its own sentence.
  const options = useMemo(() => {
    const here = extentOf(annotation).start
    const away = (other: Annotation) => Math.abs(extentOf(other).start - here)
    return open.set.annotations
      .filter(({ id, label }) => type.to.includes(label) && id !== annotation.id)
      .sort((a, b) => away(a) - away(b))
      .slice(0, 2000)
      .map(
        (other): Option => ({
          id: other.id,
          name: quoteOf(other),
          note: attributeWords(other)
            .map(({ words }) => words)
            .join(' · '),
        }),
      )
  }, [open.set.annotations, annotation, type])

  return (
    <section className="links" data-relation={type.id}>
      <h2>
        {name}
        <Button
          className="quiet"
          onPress={() => {
            startLinking()
            reader.focus()
          }}
          aria-pressed={linking}
        >
          {say('inspector.pick')} <Keycap chord={key} />
        </Button>
      </h2>
      <ol className={type.ordered ? 'chain-list' : 'plain-list'}>
        {links.map((relation, at) => {
          const { id, to, order } = relation
          const other = places.get(to)
          if (!other) return null
          const quote = quoteOf(other)
          return (
            <li key={id} className="hop" data-linked={to}>
              <button
                type="button"
                className="hop-quote"
                onClick={() => goTo(annotationById(to) ?? other)}
              >
                <bdi>{quote}</bdi>
                {attributeWords(other).map(({ id, words, ltr }) => (
                  <bdi key={id} className="hop-note" dir={ltr ? 'ltr' : 'auto'}>
                    {words}
                  </bdi>
                ))}
              </button>
              <span className="hop-actions">
                {order !== undefined && links.length > 1 && (
                  <>
                    <Button
                      className="quiet icon"
                      isDisabled={at === 0}
                      aria-label={say('inspector.outer')}
                      onPress={() => moveInChain(id, -1)}
                    >
                      ↑
                    </Button>
                    <Button
                      className="quiet icon"
                      isDisabled={at === links.length - 1}
                      aria-label={say('inspector.inner')}
                      onPress={() => moveInChain(id, 1)}
                    >
                      ↓
                    </Button>
                  </>
                )}
                <Button
                  className="quiet icon"
                  aria-label={say('inspector.unlink', { quote })}
                  onPress={() => unlink(id)}
                >
                  ×
                </Button>
              </span>
              <LinkFields type={type} relation={relation} quote={quote} />
            </li>
          )
        })}
      </ol>
      {options.length > 0 && (
        <SearchBox
          label={say('inspector.add-link', { type: name })}
          placeholder={say('inspector.add-link', { type: name })}
          options={options}
          onChoose={id => link(type, annotation.id, id)}
        />
      )}
    </section>
  )
}

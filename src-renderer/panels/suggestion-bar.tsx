import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { claimRecord } from '../../annotations/claims/claim-record.ts'
import { quoteOf } from '../../annotations/model/annotation.ts'
import { type LabelScheme, labelOf } from '../../annotations/model/scheme.ts'
import { suggestionsLike } from '../../annotations/suggest/open-suggestions.ts'
import { useFrame } from '../state/claim-frame.ts'
import type { OpenDocument } from '../state/editor.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { useSession } from '../state/session.ts'
import {
  readRejected,
  suggestFrom,
  suggestionAt,
  suggestionsFor,
  useLayer,
  waitingSuggestions,
} from '../state/suggestion-layer.ts'
import { language, useSay } from '../strings/words.ts'
import { ChainPath } from '../text/chain-path.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { Select } from '../ui/select.tsx'
import { Swatch } from '../ui/swatch.tsx'

const rules = ' rules'

/** The suggestion at hand and the keys that decide about it; whose suggestions they are. */
export function SuggestionBar({ open, scheme }: { open: OpenDocument; scheme: LabelScheme }) {
  const documentId = open.document.id
  const annotator = useSession(session => session.annotator)
  useEffect(() => {
    void readRejected(documentId, annotator)
  }, [documentId, annotator])
  const shown = useLayer(layer => layer.shown)
  const framed = useFrame(frame => frame.claim !== undefined)
  return shown && !framed ? <Shown open={open} scheme={scheme} /> : null
}

function Shown({ open, scheme }: { open: OpenDocument; scheme: LabelScheme }) {
  const say = useSay()
  const { from, others } = useLayer()
  const { register, annotator } = useSession()
  const documents = useSession(session => session.documents.length)
  const entry = useSession(session => session.documents.find(one => one.id === open.document.id))
  const keys = {
    accept: useKeysOf('suggest-accept')[0] ?? '',
    like: useKeysOf('suggest-accept-like')[0] ?? '',
    across: useKeysOf('suggest-accept-across')[0] ?? '',
    reject: useKeysOf('suggest-reject')[0] ?? '',
    next: useKeysOf('suggest-next')[0] ?? '',
  }
  const list = waitingSuggestions(open)
  const one = suggestionAt(open)
  const label = one && labelOf(scheme, one.label)
  const suggestions = others ?? suggestionsFor(open)
  const byId = new Map(suggestions?.annotations.map(annotation => [annotation.id, annotation]))
  const record =
    one?.label === 'claim' && suggestions
      ? claimRecord(one, suggestions.relations, id => byId.get(id), register)
      : undefined
  const whose = Object.keys(entry?.sets ?? {}).filter(name => name !== annotator)
  return (
    <section
      className="linking-bar suggestion-bar"
      aria-label={say('suggestions.show')}
      data-testid="suggestion-bar"
      data-waiting={list.length}
    >
      {one && label ? (
        <>
          <span className="card-label">
            <Swatch label={label} />
            {label.name[language()]}
          </span>
          {record && <ChainPath sources={record.sources} />}
          <bdi className="at-hand-quote">{quoteOf(one)}</bdi>
        </>
      ) : (
        <p>
          {list.length === 0
            ? say('suggestions.none')
            : say('suggestions.title', { count: list.length })}
        </p>
      )}
      <span className="grow" />
      {whose.length > 0 && (
        <Select
          bare
          label={say('suggestions.from')}
          options={[
            { id: rules, name: say('suggestions.rules') },
            ...whose.map(name => ({ id: name, name })),
          ]}
          value={from ?? rules}
          onChange={name => void suggestFrom(name === rules ? undefined : name)}
          testid="suggestions-from"
        />
      )}
      {one && (
        <>
          <Button className="quiet" onPress={() => perform('suggest-accept')}>
            <Keycap chord={keys.accept} />
            {say('suggestions.accept')}
          </Button>
          <Button className="quiet" onPress={() => perform('suggest-accept-like')}>
            <Keycap chord={keys.like} />
            {say('suggestions.accept-like', { count: suggestionsLike(list, one).length })}
          </Button>
          {!others && documents > 1 && (
            <Button className="quiet" onPress={() => perform('suggest-accept-across')}>
              <Keycap chord={keys.across} />
              {say('suggestions.accept-across')}
            </Button>
          )}
          <Button className="quiet" onPress={() => perform('suggest-reject')}>
            <Keycap chord={keys.reject} />
            {say('suggestions.reject')}
          </Button>
        </>
      )}
      {list.length > 0 && (
        <Button className="quiet" onPress={() => perform('suggest-next')}>
          <Keycap chord={keys.next} />
          {say('suggestions.next')}
        </Button>
      )}
      <Button className="quiet" onPress={() => perform('escape')}>
        <Keycap chord="Escape" />
        {say('suggestions.close')}
      </Button>
    </section>
  )
}

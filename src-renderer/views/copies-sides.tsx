import type { Output } from '../../annotations/api/contract.ts'
import type { Document } from '../../annotations/model/document.ts'
import { differences, type Piece } from '../state/copies.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatPublished } from '../ui/format-date.ts'
import { Select } from '../ui/select.tsx'

export type Copies = Output<'copies.find'>['groups'][number]['documents']
export type Pair = { left: Document; right: Document }

type SideProps = {
  label: string
  copies: Copies
  document: Document
  pieces: Piece[]
  kind: 'ins' | 'del'
  onChoose(id: string): void
}

/** One side of a pair; what the other has not is marked by its ground and a line. */
function Side({ label, copies, document, pieces, kind, onChoose }: SideProps) {
  const Mark = kind
  const options = copies.map(({ id, title, outlet, published }) => ({
    id,
    name: [outlet, published && formatPublished(published), title].filter(Boolean).join(' · '),
  }))
  return (
    <section className="copies-side">
      <Select
        label={label}
        options={options}
        value={document.id}
        onChange={onChoose}
        testid={kind}
      />
      <div
        className="copies-text"
        dir="rtl"
        lang="ar"
        role="textbox"
        aria-readonly="true"
        aria-multiline="true"
        aria-label={`${label}: ${document.title}`}
        tabIndex={0}
      >
        {pieces.map(({ start, text, same }) => (same ? text : <Mark key={start}>{text}</Mark>))}
      </div>
    </section>
  )
}

type Props = { copies: Copies; pair: Pair; onChoose(left: string, right: string): void }

/** Two copies side by side, each chosen among those of its group; who is taken for the original is the analyst's to say. */
export function CopiesSides({ copies, pair: { left, right }, onChoose }: Props) {
  const say = useSay()
  const sides = differences(left.text, right.text)
  // The one chosen on both sides changes places with the other.
  const choose = (a: string, b: string) => (a === b ? onChoose(right.id, left.id) : onChoose(a, b))
  return (
    <div className="copies-sides" data-testid="copies-sides">
      <Side
        label={say('copies.left')}
        copies={copies}
        document={left}
        pieces={sides.left}
        kind="del"
        onChoose={id => choose(id, right.id)}
      />
      <Button
        kind="quiet"
        aria-label={say('copies.swap')}
        onPress={() => onChoose(right.id, left.id)}
        data-testid="copies-swap"
      >
        ⇄
      </Button>
      <Side
        label={say('copies.right')}
        copies={copies}
        document={right}
        pieces={sides.right}
        kind="ins"
        onChoose={id => choose(left.id, id)}
      />
    </div>
  )
}

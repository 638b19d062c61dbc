import type { GuidelineVersion } from '../../annotations/model/guideline-version.ts'
import { useEditor } from '../state/editor.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'

type Props = {
  /** The first published first. */
  versions: readonly GuidelineVersion[]
}

/** Which version the set at hand was made under, and whether that is the one of today. */
export function MadeUnder({ versions }: Props) {
  const say = useSay()
  const under = useEditor(editor => editor.open?.set.guideline)
  const at = versions.findIndex(one => one.id === under) + 1
  if (at === 0) return null
  return (
    <p className="hint" data-testid="made-under">
      {at === versions.length
        ? say('guide.made-under', { at })
        : say('guide.made-under-older', { at, current: versions.length })}
    </p>
  )
}

/** Every version, the last first; any can be read and published anew. */
export function GuidelineVersions({
  versions,
  onRead,
}: Props & { onRead(text: GuidelineVersion['text']): void }) {
  const say = useSay()
  const numbered = versions.map((version, at) => ({ version, at: at + 1 })).reverse()
  return (
    <>
      <h3>{say('guide.versions')}</h3>
      {versions.length === 0 && <p className="hint">{say('guide.none')}</p>}
      <ol className="guide-versions" data-testid="guide-versions">
        {numbered.map(({ version: { id, by, published, note, text }, at }) => (
          <li key={id}>
            {by === undefined
              ? say('guide.version', { at, time: formatInstant(published) })
              : say('guide.version-by', { at, time: formatInstant(published), by })}
            {at === versions.length && <span className="tag">{say('guide.current')}</span>}
            {note !== '' && <span className="hint"> {note}</span>}
            <Button kind="quiet" onPress={() => onRead(text)}>
              {say('team.go')}
            </Button>
          </li>
        ))}
      </ol>
    </>
  )
}

import { useSay } from '../strings/words.ts'
import { Select } from '../ui/select.tsx'
import type { Content } from './use-annotated-import.ts'
import { useFormats } from './use-formats.ts'

/** Articles, or annotations of some format: found out, and for the analyst to correct. */
export function ImportContent(props: {
  content: Content | undefined
  onChange(content: Content): void
}) {
  const say = useSay()
  const formats = useFormats()
  return (
    <Select<Content>
      label={say('annotated.what')}
      options={[
        { id: 'articles', name: say('annotated.articles') },
        ...formats.filter(({ reads }) => reads).map(({ id, name }) => ({ id, name })),
      ]}
      value={props.content ?? null}
      onChange={props.onChange}
      testid="content"
    />
  )
}

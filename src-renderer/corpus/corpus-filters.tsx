import { useMemo } from 'react'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { collator } from '../ui/format-date.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { publishedFrom } from '../views/published-from.ts'
import { useAnnotators } from '../views/use-annotators.ts'
import { groupings, type Sort, sorts } from './corpus-query.ts'
import type { Corpus } from './use-corpus.ts'

const any = ''

/** What is shown of the corpus, and in which order. */
export function CorpusFilters({ corpus }: { corpus: Corpus }) {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const scheme = useSession(session => session.project?.project.scheme)
  const annotators = useAnnotators()
  const outlets = useMemo(
    () => [...new Set(documents.flatMap(({ outlet }) => outlet ?? []))].sort(collator().compare),
    [documents],
  )
  const { filter, change, sort, descending, grouping } = corpus
  const anyOf = { id: any, name: say('filter.any') }
  const bound = (key: 'from' | 'to') => (typed: string) => {
    const date = publishedFrom(typed)
    change({ [key]: date.kind === 'date' ? date.value : '' })
  }
  return (
    <div className="corpus-filters" data-testid="corpus-filters">
      <div className="filter-pair">
        <Select<Sort>
          label={say('filter.sort')}
          options={sorts.map(id => ({ id, name: say(`sort.${id}`) }))}
          value={sort}
          onChange={corpus.setSort}
          testid="sort"
        />
        <Select
          label={say('filter.group')}
          options={groupings.map(id => ({ id, name: say(`group.${id}`) }))}
          value={grouping}
          onChange={corpus.setGrouping}
          testid="group"
        />
      </div>
      <Toggle isSelected={descending} onChange={corpus.setDescending}>
        {say('filter.descending')}
      </Toggle>
      <Select
        label={say('filter.outlet')}
        options={[anyOf, ...outlets.map(id => ({ id, name: id }))]}
        value={filter.outlet}
        onChange={outlet => change({ outlet })}
        testid="outlet-filter"
      />
      <div className="filter-pair">
        <TextField
          label={say('filter.from')}
          defaultValue={filter.from}
          onChange={bound('from')}
          direction="ltr"
          placeholder="2024-07"
          testid="from"
        />
        <TextField
          label={say('filter.to')}
          defaultValue={filter.to}
          onChange={bound('to')}
          direction="ltr"
          placeholder="2024-09-30"
          testid="to"
        />
      </div>
      <div className="filter-pair">
        <Select
          label={say('filter.label')}
          options={[
            anyOf,
            ...(scheme?.labels ?? []).map(({ id, name }) => ({ id, name: name[language()] })),
          ]}
          value={filter.label}
          onChange={label => change({ label })}
          testid="label-filter"
        />
        <Select
          label={say('filter.annotator')}
          options={[
            anyOf,
            ...annotators.map(id => ({ id, name: id === 'gold' ? say('annotator.gold') : id })),
          ]}
          value={filter.annotator}
          onChange={annotator => change({ annotator })}
          testid="annotator-filter"
        />
      </div>
      {scheme?.labels.some(({ id }) => id === 'claim') && (
        <Toggle
          isSelected={filter.withoutClaims}
          onChange={withoutClaims => change({ withoutClaims })}
          testid="without-claims"
        >
          {say('filter.without-claims')}
        </Toggle>
      )}
    </div>
  )
}

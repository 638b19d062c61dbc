import { memo, useMemo } from 'react'
import { changeFilter, useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select as AnySelect } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { publishedFrom } from '../views/published-from.ts'
import { nameIn, outletName } from './names.ts'

const any = ''
const known = (typed: string) => {
  const date = publishedFrom(typed)
  return date.kind === 'date' ? date.value : ''
}

/** A list of a thousand names is made once: a choice in one leaves the others as they are. */
const Select = memo(AnySelect<string>)

const chooseOutlet = (id: string) =>
  changeFilter({ outlets: id === any ? undefined : [id.slice(2)] })
const chooseActor = (id: string) => changeFilter({ actors: id === any ? undefined : [id] })
const chooseLabel = (id: string) => changeFilter({ label: id === any ? undefined : id })
const chooseAnnotator = (id: string) => changeFilter({ annotator: id === any ? undefined : id })

/** What can be chosen in each list, in the language of the page. */
function useChoices() {
  const say = useSay()
  const facets = useAcross(state => state.facets)
  const labels = useSession(session => session.project?.project.scheme.labels)
  const spoken = language()
  return useMemo(() => {
    const anyOf = { id: any, name: say('filter.any') }
    return {
      // An outlet nobody knows is a choice, too.
      outlets: [
        anyOf,
        ...(facets?.outlets ?? []).map(({ outlet }) => ({
          id: `o:${outlet}`,
          name: outletName(outlet),
        })),
      ],
      actors: [
        anyOf,
        ...(facets?.actors ?? []).map(({ key, name }) => ({ id: key, name: nameIn(name) })),
      ],
      labels: [anyOf, ...(labels ?? []).map(({ id, name }) => ({ id, name: name[spoken] }))],
      annotators: [
        { id: any, name: say('across.speaking-set') },
        ...(facets?.annotators ?? []).map(id => ({
          id,
          name: id === 'gold' ? say('annotator.gold') : id,
        })),
      ],
    }
  }, [say, facets, labels, spoken])
}

/** Which statements all the views are of. */
export function AcrossFilters() {
  const say = useSay()
  const filter = useAcross(state => state.filter)
  const facets = useAcross(state => state.facets)
  const { outlets, actors, labels, annotators } = useChoices()
  const isNarrow = Object.keys(filter).length > 0
  return (
    <div className="across-filters" data-testid="across-filters">
      <Select
        label={say('filter.outlet')}
        options={outlets}
        value={filter.outlets ? `o:${filter.outlets[0] ?? ''}` : any}
        onChange={chooseOutlet}
        testid="across-outlet"
      />
      <Select
        label={say('across.actor')}
        options={actors}
        value={filter.actors?.[0] ?? any}
        onChange={chooseActor}
        testid="across-actor"
      />
      <Select
        label={say('across.label')}
        options={labels}
        value={filter.label ?? any}
        onChange={chooseLabel}
        testid="across-label"
      />
      <Select
        label={say('across.annotator')}
        options={annotators}
        value={filter.annotator ?? any}
        onChange={chooseAnnotator}
        testid="across-annotator"
      />
      <TextField
        key={`from ${filter.from === undefined}`}
        label={say('filter.from')}
        defaultValue={filter.from ?? ''}
        onChange={typed => changeFilter({ from: known(typed) || undefined })}
        direction="ltr"
        placeholder={facets?.first ?? '2024-07'}
        testid="across-from"
      />
      <TextField
        key={`to ${filter.to === undefined}`}
        label={say('filter.to')}
        defaultValue={filter.to ?? ''}
        onChange={typed => changeFilter({ to: known(typed) || undefined })}
        direction="ltr"
        placeholder={facets?.last ?? '2024-09-30'}
        testid="across-to"
      />
      {isNarrow && (
        <Button
          kind="quiet"
          onPress={() => useAcross.setState({ filter: {}, opened: undefined })}
          data-testid="across-clear"
        >
          {say('across.clear')}
        </Button>
      )}
    </div>
  )
}

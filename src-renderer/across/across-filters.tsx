import { changeFilter, useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { publishedFrom } from '../views/published-from.ts'
import { nameIn, outletName } from './names.ts'

const any = ''
const known = (typed: string) => {
  const date = publishedFrom(typed)
  return date.kind === 'date' ? date.value : ''
}

/** Which statements all the views are of. */
export function AcrossFilters() {
  const say = useSay()
  const { filter, facets } = useAcross()
  const labels = useSession(session => session.project?.project.scheme.labels) ?? []
  const anyOf = { id: any, name: say('filter.any') }
  const isNarrow = Object.keys(filter).length > 0
  return (
    <div className="across-filters" data-testid="across-filters">
      <Select
        label={say('filter.outlet')}
        // An outlet nobody knows is a choice, too.
        options={[
          anyOf,
          ...(facets?.outlets ?? []).map(({ outlet }) => ({
            id: `o:${outlet}`,
            name: outletName(outlet),
          })),
        ]}
        value={filter.outlets ? `o:${filter.outlets[0] ?? ''}` : any}
        onChange={id => changeFilter({ outlets: id === any ? undefined : [id.slice(2)] })}
        testid="across-outlet"
      />
      <Select
        label={say('across.actor')}
        options={[
          anyOf,
          ...(facets?.actors ?? []).map(({ key, name }) => ({ id: key, name: nameIn(name) })),
        ]}
        value={filter.actors?.[0] ?? any}
        onChange={id => changeFilter({ actors: id === any ? undefined : [id] })}
        testid="across-actor"
      />
      <Select
        label={say('across.label')}
        options={[anyOf, ...labels.map(({ id, name }) => ({ id, name: name[language()] }))]}
        value={filter.label ?? any}
        onChange={id => changeFilter({ label: id === any ? undefined : id })}
        testid="across-label"
      />
      <Select
        label={say('across.annotator')}
        options={[
          { id: any, name: say('across.speaking-set') },
          ...(facets?.annotators ?? []).map(id => ({
            id,
            name: id === 'gold' ? say('annotator.gold') : id,
          })),
        ]}
        value={filter.annotator ?? any}
        onChange={id => changeFilter({ annotator: id === any ? undefined : id })}
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

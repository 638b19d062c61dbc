import { useState } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { annotatorFrom } from '../../annotations/model/annotator.ts'
import type { Assignment } from '../../annotations/model/assignment.ts'
import { call } from '../bridge.ts'
import { announce, fail, showDialog, useSession } from '../state/session.ts'
import { readAssignments, useTalk } from '../state/talk.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { Icon } from '../ui/icon.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { useAnnotators } from '../views/use-annotators.ts'

/** What was given out and how far it is, and a form to give out more. */
export function AssignPanel() {
  const say = useSay()
  const assignments = useTalk(talk => talk.assignments)
  return (
    <div className="assign">
      <section>
        <h3>{say('team.rounds')}</h3>
        {assignments.length === 0 && <p className="hint">{say('team.rounds-none')}</p>}
        <ul className="team-list" data-testid="rounds">
          {[...assignments].reverse().map(one => (
            <Round key={one.id} round={one} />
          ))}
        </ul>
      </section>
      <NewRound />
    </div>
  )
}

function Round({ round }: { round: Assignment }) {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const folder = useSession(session => session.project?.folder ?? '')
  const { id, kind, created, overlap, blind, closed, annotators } = round
  const given = (name: string) =>
    Object.entries(round.documents).flatMap(([id, people]) => (people.includes(name) ? [id] : []))
  const isIn = (id: string, name: string) =>
    ['submitted', 'approved'].includes(
      documents.find(one => one.id === id)?.sets[name]?.status ?? '',
    )

  async function end() {
    const done = await call('assign.close', { project: folder, id })
    if (done.ok) await readAssignments()
    else fail(done.failure)
  }

  return (
    <li className="team-line" data-testid="round">
      <div>
        <strong>{say(`team.round-${kind}`)}</strong> · {formatInstant(created)}
        {blind && <span className="tag">{say('team.blind')}</span>}
        {closed !== undefined && <span className="tag">{say('team.closed')}</span>}
        <p className="hint">
          {say('team.round-of', { documents: Object.keys(round.documents).length, overlap })}
        </p>
        {annotators.map(name => (
          <p key={name} className="hint">
            {say('team.progress', {
              name,
              done: given(name).filter(id => isIn(id, name)).length,
              given: given(name).length,
            })}
          </p>
        ))}
      </div>
      <div className="team-buttons">
        {kind === 'calibration' && (
          <Button onPress={() => showDialog('agreement')} data-testid="round-report">
            {say('team.report')}
          </Button>
        )}
        {closed === undefined && (
          <Button kind="quiet" onPress={end}>
            {say('team.close-round')}
          </Button>
        )}
      </div>
    </li>
  )
}

function NewRound() {
  const say = useSay()
  const folder = useSession(session => session.project?.folder ?? '')
  const me = useSession(session => session.annotator)
  const known = useAnnotators().filter(name => name !== 'gold')
  const [added, setAdded] = useState<string[]>([])
  const names = [...new Set([...known, me, ...added])].filter(name => name !== '')
  const [chosen, setChosen] = useState<string[]>(known)
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<'work' | 'calibration'>('work')
  const [number, setNumber] = useState('1')
  const [seed, setSeed] = useState('1')
  const [blind, setBlind] = useState(false)
  const [again, setAgain] = useState(false)
  const name = annotatorFrom(typed)
  const whole = (text: string) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined)
  const [count, lot] = [whole(number), whole(seed)]
  const ready = chosen.length > 0 && count !== undefined && count > 0 && lot !== undefined

  async function run() {
    if (!ready) return
    const done = await call('assign.run', {
      project: folder,
      by: me,
      annotators: chosen,
      seed: lot,
      blind,
      again,
      ...(kind === 'work' ? { overlap: count } : { calibration: count }),
    })
    if (!done.ok) return fail(done.failure)
    announce(say('team.done'))
    await readAssignments()
  }

  return (
    <section className="new-round">
      <h3>{say('team.new')}</h3>
      <Segments
        label={say('team.kind')}
        options={[
          { id: 'work', name: say('team.round-work') },
          { id: 'calibration', name: say('team.round-calibration') },
        ]}
        value={kind}
        onChange={value => {
          setKind(value)
          setNumber(value === 'work' ? '1' : '5')
        }}
        testid="round-kind"
      />
      <CheckboxGroup className="field" value={chosen} onChange={setChosen} data-testid="round-who">
        <Label className="field-label">{say('team.who')}</Label>
        <div className="names">
          {names.map(name => (
            <Checkbox key={name} value={name} className="checkbox">
              <span className="checkbox-box">
                <Icon name="check" />
              </span>
              <bdi>{name}</bdi>
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <div className="team-line">
        <TextField
          label={say('team.add-name')}
          value={typed}
          onChange={setTyped}
          testid="round-name"
        />
        <Button
          isDisabled={name === undefined || names.includes(name)}
          onPress={() => {
            if (name === undefined) return
            setAdded([...added, name])
            setChosen([...chosen, name])
            setTyped('')
          }}
          data-testid="round-add"
        >
          {say('team.add')}
        </Button>
      </div>
      <div className="team-line">
        <TextField
          label={say(kind === 'work' ? 'team.overlap' : 'team.count')}
          value={number}
          onChange={setNumber}
          inputMode="numeric"
          direction="ltr"
          testid="round-number"
        />
        <TextField
          label={say('team.seed')}
          value={seed}
          onChange={setSeed}
          inputMode="numeric"
          direction="ltr"
          hint={say('team.seed-hint')}
        />
      </div>
      {kind === 'work' && (
        <>
          <Toggle isSelected={blind} onChange={setBlind}>
            {say('team.blind-toggle')}
          </Toggle>
          <Toggle isSelected={again} onChange={setAgain}>
            {say('team.again')}
          </Toggle>
        </>
      )}
      <Button kind="primary" isDisabled={!ready} onPress={run} data-testid="round-run">
        {say('team.run')}
      </Button>
    </section>
  )
}

import type { Label } from '../../annotations/model/scheme.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { keysOf } from './keymap.ts'
import type { Chord } from './keys.ts'
import { saveSettings, useSession } from './session.ts'

/** What a chord is taken by already. */
export type Conflict =
  | { kind: 'command'; command: Command }
  | { kind: 'label'; label: Label }
  /** A digit counts, picks and tags; it can be no command's. */
  | { kind: 'digit' }

const meet = (a: Command, b: Command) =>
  a.where === b.where || a.where === 'anywhere' || b.where === 'anywhere'

/** Who would stand in the way if a command had a chord. */
export function conflictOf(command: Command, chord: Chord): Conflict | undefined {
  if (/^(?:Digit|Numpad)\d$/.test(chord)) return { kind: 'digit' }
  const other = commands.find(
    known =>
      known.id !== command.id &&
      meet(known, command) &&
      keysOf(known.id).some(key => key === chord || (known.move && `Shift+${key}` === chord)),
  )
  if (other) return { kind: 'command', command: other }
  const labels = useSession.getState().project?.project.scheme.labels ?? []
  const label = command.where === 'reader' && labels.find(({ keys }) => keys.includes(chord))
  return label ? { kind: 'label', label } : undefined
}

const own = () => useSession.getState().settings.keys

/** Give a command one key more, or one instead of another; whoever had it before has it no longer. */
export function giveKey(command: Command, chord: Chord, instead?: Chord): Promise<void> {
  const conflict = conflictOf(command, chord)
  const kept = keysOf(command.id).filter(key => key !== chord && key !== instead)
  const keys = { ...own(), [command.id]: [...kept, chord].slice(-4) }
  if (conflict?.kind === 'command') {
    const { id } = conflict.command
    keys[id] = keysOf(id).filter(key => key !== chord)
  }
  return saveSettings({ keys })
}

export function takeKey(command: Command, chord: Chord): Promise<void> {
  const kept = keysOf(command.id).filter(key => key !== chord)
  return saveSettings({ keys: { ...own(), [command.id]: kept } })
}

/** The keys a command came with; without one, those of all commands. */
export function resetKeys(command?: Command): Promise<void> {
  if (!command) return saveSettings({ keys: {} })
  const { [command.id]: _, ...others } = own()
  return saveSettings({ keys: others })
}

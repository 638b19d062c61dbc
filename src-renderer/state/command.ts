import type { Key } from '../strings/words.ts'
import type { Chord } from './keys.ts'

export const commandGroups = [
  'keys.annotate',
  'keys.move',
  'keys.documents',
  'keys.review',
  'keys.app',
] as const

/** How a command was asked for: with Shift on a move, and how many times (a number typed before it). */
export type How = { extend: boolean; times: number }

/** One action: what it is called, the keys it has unless the user chose others, and where they mean it. */
export type Command = {
  id: string
  name: Key
  group: (typeof commandGroups)[number]
  keys: Chord[]
  /** In the text alone, where sets are compared, or wherever no field is being typed in. */
  where: 'reader' | 'review' | 'anywhere'
  /** A move of the caret: Shift with its keys extends the selection, a number before repeats it. */
  move?: true
  /** False lets the key do what it does by itself. */
  run(how: How): unknown
}

export const once: How = { extend: false, times: 1 }

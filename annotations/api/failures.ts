import type { QueryProblem } from '../analysis/query-tokens.ts'

/** Every expected failure, with what its message needs to know. Files are named as the analyst would find them. */
export type FailureParams = {
  'bad-input': { detail: string }
  'unknown-method': { method: string }
  internal: { detail: string }
  cancelled: Record<never, never>
  'not-found': { file: string }
  'no-permission': { file: string }
  'disk-full': { file: string }
  'read-only': { file: string }
  io: { file: string; detail: string }
  'is-a-folder': { file: string }
  'not-a-folder': { file: string }
  'not-a-project': { file: string }
  'project-exists': { file: string }
  'folder-not-empty': { file: string }
  'not-json': { file: string; detail: string }
  'wrong-shape': { file: string; detail: string }
  'newer-format': { file: string; found: string; known: string }
  'text-changed': { file: string }
  'empty-file': { file: string }
  'no-text': { file: string }
  'too-large': { file: string; megabytes: number; limit: number }
  'not-text': { file: string; looksLike: string }
  undecodable: { file: string; encoding: string; byte: number }
  'unknown-encoding': { file: string; encoding: string }
  'unsupported-file': { file: string }
  'leads-outside': { file: string }
  'is-a-project': { file: string }
  'link-in-project': { file: string }
  'misnamed-folder': { file: string; name: string }
  'annotator-clash': { name: string; known: string }
  'no-document': { id: string }
  'no-annotator': { name: string }
  'too-few-annotators': { overlap: number; annotators: number }
  'nothing-to-assign': Record<never, never>
  'own-work': { name: string }
  'bad-annotator': { name: string }
  /** Another window or machine writes this annotator's sets. */
  locked: { annotator: string; host: string; since: string }
  /** A second file of the same set, as tools that synchronise folders leave them. */
  'conflict-copy': { file: string }
  /** Git could not merge it and left both sides in it. */
  'conflict-markers': { file: string }
  /** Two copies of a file that cannot be made one. */
  'not-merged': { file: string; detail: string }
  'stale-revision': { saved: number; yours: number }
  'bad-set': { problems: number; first: string }
  'file-exists': { file: string }
  'nothing-to-export': Record<never, never>
  'lost-annotations': { title: string; annotator: string; id: string; count: number }
  /** Somebody annotated what is no longer there. */
  'set-without-document': { annotator: string; id: string }
  /** `details` are the losses by kind. */
  'would-lose': { format: string }
  'offsets-not-offered': { format: string; offsets: string }
  'not-written': { format: string }
  'not-read': { format: string }
  'no-known-format': { file: string }
  'no-actor': { id: string }
  /** `details` is the actor as it is on the disk. */
  'actor-changed': { file: string; name: string; fields: string }
  'actor-in-use': { name: string; count: number }
  'unknown-parent': { file: string; parent: string }
  'parent-loop': { file: string; way: string }
  'register-undo-none': Record<never, never>
  'register-undo-stale': { names: string }
  'no-name-column': { file: string; columns: string }
  'code-taken': { code: string; text: string }
  'bad-mapping': { file: string; detail: string }
  'inside-project': { file: string }
  'not-checkable': { file: string }
  /** A query that cannot be read: what is wrong, and where in it (UTF-16). */
  'bad-query': QueryProblem & { query: string }
  'no-dialogs': Record<never, never>
  'no-connection': Record<never, never>
  'unpacks-too-large': { file: string; limit: number }
  'encrypted-file': { file: string }
  'damaged-file': { file: string; detail: string }
  'no-text-column': { file: string; columns: string }
  'no-such-column': { file: string; column: string }
  'pdf-not-read': { file: string }
  'port-taken': { port: number }
  /** `details` are all of the scheme's problems. */
  'bad-scheme': { file: string; problems: number; first: string }
  'scheme-changed': Record<never, never>
  'scheme-undo-none': Record<never, never>
  'scheme-undo-stale': { title: string; annotator: string }
}

export type FailureCode = keyof FailureParams

/** A failure as it travels: a code, what its message needs, and for some codes what is on disk. */
export type Failure<C extends FailureCode = FailureCode> = {
  [K in C]: { code: K; params: FailureParams[K]; details?: unknown }
}[C]

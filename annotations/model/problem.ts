/** Errors refuse a save; warnings are shown and kept. `element` is an annotation's or a relation's id. */
export type Problem = {
  severity: 'error' | 'warning'
  kind:
    | 'other-document'
    | 'other-text'
    | 'duplicate-id'
    | 'unknown-label'
    | 'span-outside-text'
    | 'quote-differs'
    | 'splits-character'
    | 'spans-out-of-order'
    | 'overlap-not-allowed'
    | 'unknown-attribute'
    | 'bad-attribute'
    | 'missing-attribute'
    | 'unknown-relation-type'
    | 'relation-end-missing'
    | 'relation-not-allowed'
    | 'order-not-a-chain'
    | 'nesting-circle'
  element?: string
  detail?: string
}

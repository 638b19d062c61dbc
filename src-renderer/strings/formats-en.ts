/** Formats: what they count, what they cannot hold, and bringing annotated files in. */
export const formatsEn = {
  'export.offsets.tokens': 'none: rows are tokens',
}

/** What of papaparse is used here; its own types bring those of Node along. */
type Parsed = {
  data: string[][]
  errors: { code: string; message: string; row?: number }[]
}

declare const papaparse: {
  parse(text: string, options: { skipEmptyLines: 'greedy' }): Parsed
  unparse(
    rows: readonly (readonly (string | number | boolean | null)[])[],
    options: { newline: '\r\n'; escapeFormulae: RegExp },
  ): string
}
export = papaparse

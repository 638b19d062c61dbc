/** What of papaparse is used here; its own types bring those of Node along. */
type Parsed = {
  data: string[][]
  errors: { code: string; message: string; row?: number }[]
}

declare const papaparse: {
  parse(text: string, options: { skipEmptyLines: 'greedy' }): Parsed
  /** Row by row; `cursor` is where the next one begins. */
  parse(
    text: string,
    options: { delimiter: string; step(row: { data: string[]; meta: { cursor: number } }): void },
  ): void
  unparse(
    rows: readonly (readonly (string | number | boolean | null)[])[],
    options: { newline: '\r\n'; escapeFormulae: RegExp },
  ): string
}
export = papaparse

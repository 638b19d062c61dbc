import type { Page } from '@playwright/test'

/** The words that highlights of a name, or of names that begin so, are painted over. */
export const painted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    wanted =>
      [...CSS.highlights].flatMap(([name, stretches]) =>
        name.startsWith(wanted)
          ? [...stretches].map(({ startContainer, startOffset, endOffset }) =>
              (startContainer as Text).data.slice(startOffset, endOffset),
            )
          : [],
      ),
    name,
  )

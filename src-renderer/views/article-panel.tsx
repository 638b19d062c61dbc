import type { EncodingChoice } from './encodings.ts'
import { ImportDefaults } from './import-defaults.tsx'
import { ImportPreviewTable } from './import-preview.tsx'
import type { useArticleImport } from './use-article-import.ts'

type Props = {
  encoding: EncodingChoice
  onEncoding(encoding: EncodingChoice): void
  articles: ReturnType<typeof useArticleImport>
}

/** Articles before they come in: how they are read, what is said of them, and how each begins. */
export function ArticlePanel({ encoding, onEncoding, articles }: Props) {
  const { preview, encodings, defaults } = articles
  return (
    <>
      <ImportDefaults
        encoding={encoding}
        onEncoding={onEncoding}
        {...defaults}
        onChange={articles.changeDefaults}
      />
      <ImportPreviewTable
        reading={preview.reading}
        preview={preview.answer}
        encodings={encodings}
        onEncoding={articles.setEncoding}
        onMapping={articles.setMapping}
      />
    </>
  )
}

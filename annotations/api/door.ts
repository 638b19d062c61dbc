import type { AppEvent } from './app-event.ts'
import type { Result } from './result.ts'

/** What a preload puts into its window; nothing else of the main side is in the page's reach. */
export type Door = {
  call(method: string, input: unknown): Promise<Result<unknown>>
  onEvent(listener: (event: AppEvent) => void): () => void
  /** Where a file that was dropped lies; empty for one that lies nowhere. */
  pathOf(file: unknown): string
  /** Asked once before the window closes. A rejection keeps it open: there is work that could not be saved. */
  onClosing(listener: () => Promise<void>): void
}

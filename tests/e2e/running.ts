import type { ElectronApplication, Page } from '@playwright/test'

/** One running Isnad, in whichever shell. */
export type Running = {
  page: Page
  /** Every request its pages made from the start. */
  requests: string[]
  origin: string
  electron?: ElectronApplication
  /** Ends it as its user would. */
  close(): Promise<void>
}

import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export declare function importHandlers(
  app: Services,
): Pick<Handlers, 'import.preview' | 'import.run'>

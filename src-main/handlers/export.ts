import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export declare function exportHandlers(app: Services): Pick<Handlers, 'export.run'>

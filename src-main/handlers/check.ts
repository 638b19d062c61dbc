import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export declare function checkHandlers(app: Services): Pick<Handlers, 'project.check'>

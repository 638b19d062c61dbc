import type { Expression } from '../expression.ts'
import type { Part, Scan } from '../scan.ts'

/** A reading of what begins at a token: the expression, and the token after it. */
export type Rule = (scan: Scan, at: number) => Part<Expression> | undefined

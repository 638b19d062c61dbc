import type { formatsEn } from './formats-en.ts'

/** Formats: what they count, what they cannot hold, and bringing annotated files in. */
export const formatsAr: Record<keyof typeof formatsEn, string> & Record<string, string> = {
  'export.offsets.tokens': 'بلا مواضع: كل سطر كلمة',
}

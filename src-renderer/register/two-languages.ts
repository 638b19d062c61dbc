/** A name or a text in Arabic and, where there is one, in English. */
type TwoLanguages = { ar: string; en?: string | undefined }

/** As it is typed in English; where nothing is left of that, there is none. */
export const withEnglish = ({ ar }: TwoLanguages, en: string): { ar: string; en?: string } =>
  en === '' ? { ar } : { ar, en }

/** As it is kept: with nothing around it. */
export const trimmed = ({ ar, en }: TwoLanguages) =>
  withEnglish({ ar: ar.trim() }, en?.trim() ?? '')

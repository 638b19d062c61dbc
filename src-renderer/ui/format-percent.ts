import { locale } from '../strings/words.ts'

/** 0 to 1, as hundredths. */
export const formatPercent = (share: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)

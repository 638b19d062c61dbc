import i18next from 'i18next'
import { useEffect, useState } from 'react'
import type { Settings } from '../../annotations/api/settings.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

type Stem<K extends string> =
  K extends `${infer S}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? S : K
/** Every sentence of the interface by its key; plural forms under one key. */
export type Key = Stem<keyof typeof en>
export type Params = Record<string, string | number>
export type Say = (key: Key, params?: Params) => string

let numerals: Settings['numerals'] = 'arab'
let calendar: Settings['calendar'] = 'gregorian'

export function startWords() {
  void i18next.init({
    lng: 'ar',
    fallbackLng: false,
    resources: { ar: { translation: ar }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}

/** Language and numerals, and with them the direction of the page. */
export function setLanguage(settings: Pick<Settings, 'language' | 'numerals' | 'calendar'>) {
  calendar = settings.calendar
  numerals = settings.numerals
  document.documentElement.lang = settings.language
  document.documentElement.dir = settings.language === 'ar' ? 'rtl' : 'ltr'
  void i18next.changeLanguage(settings.language)
}

/** The locale for numbers, dates and sorting: Arabic takes the numerals asked for, English its own. */
export function locale(): string {
  return i18next.language === 'ar' ? `ar-IQ-u-nu-${numerals}` : 'en-GB'
}

/** The locale for dates: the same, in the calendar asked for. */
export const dateLocale = () =>
  i18next.language === 'ar' ? `${locale()}-ca-${calendarName()}` : `en-GB-u-ca-${calendarName()}`

// Intl calls the Gregorian calendar by a name of its own.
const calendarName = () => (calendar === 'gregorian' ? 'gregory' : calendar)

const formatters = new Map<string, Intl.NumberFormat>()
/** Making a formatter costs a thousand times what using it does. */
function numberFormat(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${options?.style}`
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale(), options)
  formatters.set(key, known)
  return known
}

export const formatNumber = (value: number) => numberFormat().format(value)

/** A share from 0 to 1. */
export const formatPercent = (share: number) => numberFormat({ style: 'percent' }).format(share)

/** A name, id or Latin word in a sentence of the other direction keeps to itself. */
export const isolated = (value: string) => `\u2068${value}\u2069`

/** A sentence; `{{n}}` is `count` in the chosen numerals, other numbers are formatted, strings isolated. */
export const say: Say = (key, params = {}) => {
  const filled: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(params))
    filled[name] =
      name === 'count' ? value : typeof value === 'number' ? formatNumber(value) : isolated(value)
  if (typeof params.count === 'number') filled.n = formatNumber(params.count)
  return i18next.t(key, filled)
}

/** `say`, and a new rendering when the language changes. */
export function useSay(): Say {
  const [, again] = useState(0)
  useEffect(() => {
    const changed = () => again(n => n + 1)
    i18next.on('languageChanged', changed)
    return () => i18next.off('languageChanged', changed)
  }, [])
  return say
}

export const language = () => (i18next.language === 'en' ? 'en' : 'ar')

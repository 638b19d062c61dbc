import { type Settings, settings as schema } from '../../annotations/api/settings.ts'
import { type Key, say } from '../strings/words.ts'
import { saveSettings } from './session.ts'

const { language, theme, numerals, calendar, font, lineHeight, motion } = schema.shape
// Each language is called what it calls itself, so that whoever is lost in the other finds it.
const itself = { ar: 'العربية', en: 'English' }

type Choice = {
  id: string
  name: string
  chosen(settings: Settings): boolean
  choose(): Promise<void>
}
type SettingChoices = { id: string; name: Key; choices: Choice[] }

const choicesOf = <K extends keyof Settings>(
  setting: K,
  values: readonly (Settings[K] & string)[],
  nameOf: (value: Settings[K] & string) => string,
): Choice[] =>
  values.map(value => ({
    id: value,
    name: nameOf(value),
    chosen: settings => settings[setting] === value,
    choose: () => saveSettings({ [setting]: value }),
  }))

/** Every setting that is one of a few, with its choices in words: the settings and the palette show the same. */
export const settingChoices = (): SettingChoices[] => [
  {
    id: 'language',
    name: 'settings.language',
    choices: choicesOf('language', language.options, id => itself[id]),
  },
  {
    id: 'theme',
    name: 'settings.theme',
    choices: choicesOf('theme', theme.options, id => say(`settings.theme.${id}`)),
  },
  {
    id: 'font',
    name: 'settings.font',
    choices: choicesOf('font', font.options, id => say(`settings.font.${id}`)),
  },
  {
    id: 'lineHeight',
    name: 'settings.line-height',
    choices: choicesOf('lineHeight', lineHeight.options, id => say(`settings.line-height.${id}`)),
  },
  {
    id: 'numerals',
    name: 'settings.numerals',
    choices: choicesOf('numerals', numerals.options, id => say(`settings.numerals.${id}`)),
  },
  {
    id: 'calendar',
    name: 'settings.calendar',
    choices: choicesOf('calendar', calendar.options, id => say(`date.${id}`)),
  },
  {
    id: 'motion',
    name: 'settings.motion',
    choices: choicesOf('motion', motion.options, id => say(`settings.motion.${id}`)),
  },
]

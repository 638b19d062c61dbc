import { settings as settingsSchema } from '../../annotations/api/settings.ts'
import { saveSettings, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'

const { language, theme } = settingsSchema.shape
// Each language is called what it calls itself, so that whoever is lost in the other finds it.
const itself = { ar: 'العربية', en: 'English' }

type Props = { bare?: boolean; autoFocus?: boolean }

export function LanguageChoice(props: Props) {
  const say = useSay()
  const chosen = useSession(session => session.settings.language)
  return (
    <Segments
      {...props}
      label={say('settings.language')}
      options={language.options.map(id => ({ id, name: itself[id] }))}
      value={chosen}
      onChange={language => saveSettings({ language })}
      testid="language"
    />
  )
}

export function ThemeChoice(props: Props) {
  const say = useSay()
  const chosen = useSession(session => session.settings.theme)
  return (
    <Segments
      {...props}
      label={say('settings.theme')}
      options={theme.options.map(id => ({ id, name: say(`settings.theme.${id}`) }))}
      value={chosen}
      onChange={theme => saveSettings({ theme })}
      testid="theme"
    />
  )
}

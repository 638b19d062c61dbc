import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { call } from '../bridge.ts'
import { openProject } from '../state/navigation.ts'
import { saveSettings, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { formatInstant } from '../ui/format-date.ts'
import { Icon } from '../ui/icon.tsx'

/** The main side keeps the list; what was opened since the start is on it too. */
async function readRecent() {
  const started = await call('app.start', {})
  if (!started.ok) return
  const { recent } = started.value.settings
  useSession.setState(({ settings }) => ({ settings: { ...settings, recent } }))
}

/** Projects opened lately, the last first. */
export function RecentProjects() {
  const say = useSay()
  const recent = useSession(session => session.settings.recent)
  useEffect(() => void readRecent(), [])
  const forget = (folder: string) =>
    saveSettings({ recent: recent.filter(other => other.folder !== folder) })
  return (
    <section className="recent" aria-label={say('welcome.recent')} data-testid="recent">
      <h2 className="section-title">{say('welcome.recent')}</h2>
      {recent.length === 0 ? (
        <p className="nothing-yet">{say('welcome.no-recent')}</p>
      ) : (
        <ul className="recent-list">
          {recent.map(({ folder, title, opened }) => (
            <li key={folder} className="recent-item">
              <AriaButton className="recent-open" onPress={() => openProject(folder)}>
                <span className="recent-title">
                  <bdi>{title}</bdi>
                </span>
                <span className="recent-when">{formatInstant(opened)}</span>
                <span className="recent-folder">
                  <bdi dir="ltr">{folder}</bdi>
                </span>
              </AriaButton>
              <Button
                kind="icon"
                aria-label={say('welcome.forget', { title })}
                onPress={() => forget(folder)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

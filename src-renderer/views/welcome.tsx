import { openSample } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { LanguageChoice, ThemeChoice } from './look-choices.tsx'
import { RecentProjects } from './recent-projects.tsx'

/** Before a project is open: make one, open one, or look at the sample. */
export function Welcome() {
  const say = useSay()
  return (
    <main className="welcome" data-testid="welcome">
      <div className="welcome-page">
        <header className="welcome-header">
          <h1 className="welcome-name">{say('app.name')}</h1>
          <p className="welcome-what">{say('welcome.what')}</p>
        </header>
        <FailureBanner />
        <div className="welcome-columns">
          <section className="welcome-begin" aria-label={say('welcome.begin')}>
            <h2 className="section-title">{say('welcome.begin')}</h2>
            <Button
              kind="primary"
              onPress={() => showDialog('new-project')}
              data-testid="new-project"
            >
              {say('welcome.new')}
            </Button>
            <Button onPress={() => showDialog('open-project')} data-testid="open-project">
              {say('welcome.open')}
            </Button>
            <Button onPress={() => openSample()} data-testid="open-sample">
              {say('welcome.sample')}
            </Button>
            <p className="hint">{say('welcome.sample-hint')}</p>
            <Button
              onPress={async () => {
                await openSample()
                useSession.setState({ tour: 0 })
              }}
              data-testid="open-tour"
            >
              {say('welcome.tour')}
            </Button>
            <p className="hint">{say('welcome.tour-hint')}</p>
          </section>
          <RecentProjects />
        </div>
        <footer className="welcome-footer">
          <LanguageChoice bare />
          <ThemeChoice bare />
        </footer>
      </div>
    </main>
  )
}

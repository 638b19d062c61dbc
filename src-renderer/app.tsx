import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { onClosing } from './bridge.ts'
import { ReviewDesk } from './review/review-desk.tsx'
import { saveGold } from './review/save-gold.ts'
import { flush, startAutosave } from './state/autosave.ts'
import { hearEvents } from './state/hear-events.ts'
import { hold } from './state/holding.ts'
import { keysOf, obey } from './state/keymap.ts'
import { chordOf } from './state/keys.ts'
import { openAgain, refreshProject } from './state/navigation.ts'
import { startHearing } from './state/others.ts'
import { hearRegister } from './state/register.ts'
import { useSession } from './state/session.ts'
import { startTalking } from './state/talk.ts'
import { useSay } from './strings/words.ts'
import { Dialogs } from './views/dialogs.tsx'
import { FaultNotice } from './views/fault-notice.tsx'
import { Drawn } from './views/fault-screen.tsx'
import { Welcome } from './views/welcome.tsx'
import { Workspace } from './views/workspace.tsx'

/** A radio or a switch is an input nothing is typed into: what was just chosen there is undone from there. */
const isTyped = (field: Element) =>
  !(field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))

/** Keys that mean something wherever one is, except in a field that takes them for itself. */
function onKeyDown(event: KeyboardEvent) {
  const field = (event.target as Element | null)?.closest(
    'input, textarea, select, [contenteditable], [role=dialog]',
  )
  const { phase, dialog } = useSession.getState()
  if (event.defaultPrevented || event.isComposing || dialog || phase !== 'project') return
  const chord = chordOf(event, document.documentElement.dir === 'rtl')
  // A field has the keys it types and edits with; the palette is called from anywhere.
  const calls = [...keysOf('palette'), ...keysOf('open-document')]
  const inField = field && (isTyped(field) || !chord.startsWith('Ctrl+'))
  if (inField && !calls.includes(chord)) return
  if (obey(chord, false)) event.preventDefault()
}

function useTheme() {
  const theme = useSession(session => session.settings.theme)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const contrast = matchMedia('(prefers-contrast: more)')
    const apply = () => {
      const ofSystem = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light'
      document.documentElement.dataset.theme = theme === 'system' ? ofSystem : theme
    }
    apply()
    for (const asked of [dark, contrast]) asked.addEventListener('change', apply)
    return () => {
      for (const asked of [dark, contrast]) asked.removeEventListener('change', apply)
    }
  }, [theme])
}

/** What has just happened, for those who hear it. */
function Announcement() {
  const announcement = useSession(session => session.announcement)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  )
}

export function App() {
  const say = useSay()
  const title = say('app.name')
  const phase = useSession(session => session.phase)
  const place = useSession(session => session.place)
  const { language, font, textSize, lineHeight, motion } = useSession(session => session.settings)
  const folder = useSession(session => session.project?.folder)
  const annotator = useSession(session => session.annotator)
  useTheme()
  useEffect(startAutosave, [])
  useEffect(() => startHearing(() => void refreshProject()), [])
  useEffect(() => {
    if (folder !== undefined && annotator !== '') void hold(openAgain)
  }, [folder, annotator])
  useEffect(hearEvents, [])
  useEffect(startTalking, [])
  useEffect(hearRegister, [])
  // A window whose work cannot be saved stays open, and says why.
  useEffect(
    () =>
      onClosing(async () => {
        if (!(await flush()) || !(await saveGold())) throw new Error('unsaved work')
      }),
    [],
  )
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    const root = document.documentElement
    root.dataset.font = font
    root.dataset.lines = lineHeight
    root.dataset.motion = motion
    root.style.setProperty('--read-size', `${textSize}px`)
    document.title = title
  }, [font, textSize, lineHeight, motion, title])

  return (
    <I18nProvider locale={language === 'ar' ? 'ar-EG' : 'en-GB'}>
      <Drawn>
        {phase === 'starting' || phase === 'opening' ? (
          <main className="waiting" aria-busy="true">
            {say(phase === 'starting' ? 'app.starting' : 'app.opening')}
          </main>
        ) : phase === 'welcome' ? (
          <Welcome />
        ) : place === 'review' ? (
          <ReviewDesk />
        ) : (
          <Workspace />
        )}
      </Drawn>
      <FaultNotice />
      <Dialogs />
      <Announcement />
    </I18nProvider>
  )
}

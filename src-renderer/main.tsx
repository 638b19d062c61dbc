import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { refuseDrops } from './refuse-drops.ts'
import { watchFaults } from './state/faults.ts'
import { start } from './state/navigation.ts'
import { startWords } from './strings/words.ts'

startWords()
watchFaults()
refuseDrops()
void start()
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import '@fontsource/noto-naskh-arabic/arabic-400.css'
import type { Peer } from '../peer.ts'

const peers: Record<string, () => Promise<Peer>> = {
  mark: async () => (await import('./mark.ts')).plainMarks(),
  'recogito-highlights': async () => (await import('./recogito.ts')).recogito('CSS_HIGHLIGHTS'),
  'recogito-spans': async () => (await import('./recogito.ts')).recogito('SPANS'),
  'v-annotator': async () => (await import('./v-annotator.ts')).vAnnotator(),
}

const name = new URLSearchParams(location.search).get('peer') ?? ''
const [peer, content] = await Promise.all([
  peers[name]?.(),
  fetch('/content.json').then(response => response.json()),
  document.fonts.load('20px "Noto Naskh Arabic"', 'قال'),
])

// Everything is here before the clock starts: a peer's figure is its own work and nothing of ours.
Object.assign(window, { peer, content })
document.documentElement.dataset.ready = ''

import type { Asked } from '../../annotations/api/contract.ts'
import { call } from '../bridge.ts'
import { type Picture, pngBytes, withLetters } from '../plots/picture.ts'
import { type AcrossTab, useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { SaveDialog } from '../views/save-dialog.tsx'

type Format = 'html' | 'csv' | 'svg' | 'png' | 'graphml' | 'gexf'
type Wanted = Asked<'across.save'>['view']

const formats: Record<AcrossTab, Format[]> = {
  board: ['html', 'csv'],
  timeline: ['svg', 'png', 'csv'],
  network: ['svg', 'png', 'csv', 'graphml', 'gexf'],
  profile: ['svg', 'png', 'csv'],
  statistics: ['csv'],
}
const names: Record<Format, string> = {
  html: 'HTML',
  csv: 'CSV',
  svg: 'SVG',
  png: 'PNG',
  graphml: 'GraphML',
  gexf: 'GEXF',
}

type Props = { project: string; picture: Picture | undefined; onBack(): void }

/** The view that is shown, as a file. */
export function SaveView({ project, picture, onBack }: Props) {
  const say = useSay()
  const { tab, filter, board, timeline, network } = useAcross()
  const title = useSession(session => session.project?.project.title) ?? ''

  async function wanted(format: Format): Promise<Wanted> {
    if (format === 'svg' && picture) return { kind: 'svg', svg: await withLetters(picture) }
    if (format === 'png' && picture) return { kind: 'png', base64: await pngBytes(picture) }
    switch (tab) {
      case 'board':
        return { kind: 'board', format: format === 'html' ? 'html' : 'csv', ...board }
      case 'timeline':
        return { kind: 'timeline', ...timeline }
      case 'network': {
        const graph = format === 'graphml' || format === 'gexf' ? format : 'csv'
        return { kind: 'network', format: graph, asked: network }
      }
      case 'profile':
        return { kind: 'profile' }
      case 'statistics':
        return { kind: 'statistics' }
    }
  }

  return (
    <SaveDialog
      name="save-across"
      title={say('across.save-title')}
      back={say('across.back')}
      onBack={onBack}
      formats={formats[tab]
        .filter(id => picture || (id !== 'svg' && id !== 'png'))
        .map(id => ({ id, name: names[id], hint: say(`across.format.${id}`) }))}
      beside={{ folder: project, title, what: tab }}
      write={async (format, out, overwrite) =>
        call('across.save', {
          project,
          filter,
          view: await wanted(format),
          language: language(),
          out,
          overwrite,
          job: crypto.randomUUID(),
        })
      }
    />
  )
}

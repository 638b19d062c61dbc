import { useState } from 'react'
import type { Asked } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import { type Picture, pngBytes } from '../plots/picture.ts'
import { type AcrossTab, useAcross } from '../state/across.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { PathField } from '../views/path-field.tsx'
import { fileNameFrom, joined, parentOf } from '../views/path-names.ts'

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
  const offered = formats[tab].filter(id => picture || (id !== 'svg' && id !== 'png'))
  const [format, setFormat] = useState<Format>(offered[0] ?? 'csv')
  const [out, setOut] = useState(() =>
    joined(parentOf(project), `${fileNameFrom(title) || 'isnad'}-${tab}.${offered[0]}`),
  )
  const [failure, setFailure] = useState<Failure>()
  const [written, setWritten] = useState<string>()

  async function wanted(): Promise<Wanted> {
    if (format === 'svg' && picture) return { kind: 'svg', svg: picture.svg }
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

  async function write(overwrite: boolean) {
    setFailure(undefined)
    setWritten(undefined)
    const saved = await call('across.save', {
      project,
      filter,
      view: await wanted(),
      language: language(),
      out: out.trim(),
      overwrite,
      job: crypto.randomUUID(),
    })
    if (saved.ok) setWritten(saved.value.file)
    else setFailure(saved.failure)
  }

  return (
    <Dialog
      name="save-across"
      title={say('across.save-title')}
      onClose={onBack}
      onSubmit={() => void write(false)}
      footer={
        <>
          <Button onPress={onBack} data-testid="back">
            {say('across.back')}
          </Button>
          <Button kind="primary" type="submit" isDisabled={out.trim() === ''} data-testid="submit">
            {say('agreement.write')}
          </Button>
        </>
      }
    >
      <Segments<Format>
        label={say('agreement.format')}
        options={offered.map(id => ({ id, name: names[id] }))}
        value={format}
        onChange={next => {
          setFormat(next)
          setOut(path => path.replace(/\.[a-z]+$/i, `.${next}`))
          setWritten(undefined)
        }}
        testid="format"
      />
      <p className="hint">{say(`across.format.${format}`)}</p>
      <PathField
        label={say('export.file')}
        kind="save"
        title={say('across.save-title')}
        value={out}
        onChange={path => {
          setOut(path)
          setWritten(undefined)
        }}
      />
      <FailureNote failure={failure} />
      {failure?.code === 'file-exists' && (
        <div className="dialog-actions">
          <Button kind="danger" onPress={() => void write(true)} data-testid="overwrite">
            {say('export.overwrite')}
          </Button>
        </div>
      )}
      {written !== undefined && (
        <p className="hint" role="status" data-testid="written">
          {say('agreement.written')} <bdi dir="ltr">{written}</bdi>
        </p>
      )}
    </Dialog>
  )
}

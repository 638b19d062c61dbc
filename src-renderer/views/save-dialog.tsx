import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Result } from '../../annotations/api/result.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import type { Option } from '../ui/select.tsx'
import { PathField } from './path-field.tsx'
import { fileNameFrom, joined, parentOf } from './path-names.ts'

type Props<F extends string> = {
  name: string
  title: string
  /** What leads back, in words. */
  back: string
  onBack(): void
  /** The first is the one that is offered; its id is also how the file's name ends. */
  formats: readonly (Option<F> & { hint?: string })[]
  /** Where it is offered: beside the project's folder, under the project's name and what is saved of it. */
  beside: { folder: string; title: string; what: string }
  write(format: F, out: string, overwrite: boolean): Promise<Result<{ file: string }>>
}

/** Something on the screen as a file: in which format, where, and what came of it. Never over another file unasked. */
export function SaveDialog<F extends string>(props: Props<F>) {
  const { name, title, back, onBack, formats, beside, write } = props
  const say = useSay()
  const [format, setFormat] = useState(formats[0]?.id)
  const [out, setOut] = useState(() =>
    joined(
      parentOf(beside.folder),
      `${fileNameFrom(beside.title) || 'isnad'}-${beside.what}.${formats[0]?.id}`,
    ),
  )
  const [failure, setFailure] = useState<Failure>()
  const [written, setWritten] = useState<string>()
  const chosen = formats.find(({ id }) => id === format)

  function begin() {
    setFailure(undefined)
    setWritten(undefined)
  }

  async function save(overwrite: boolean) {
    if (format === undefined) return
    begin()
    const saved = await write(format, out.trim(), overwrite)
    if (saved.ok) setWritten(saved.value.file)
    else setFailure(saved.failure)
  }

  return (
    <Dialog
      name={name}
      title={title}
      onClose={onBack}
      onSubmit={() => void save(false)}
      footer={
        <>
          <Button onPress={onBack} data-testid="back">
            {back}
          </Button>
          <Button kind="primary" type="submit" isDisabled={out.trim() === ''} data-testid="submit">
            {say('agreement.write')}
          </Button>
        </>
      }
    >
      {format !== undefined && (
        <Segments<F>
          label={say('agreement.format')}
          options={formats}
          value={format}
          onChange={next => {
            setFormat(next)
            setOut(path => path.replace(/\.[a-z]+$/i, `.${next}`))
            begin()
          }}
          testid="format"
        />
      )}
      {chosen?.hint !== undefined && <p className="hint">{chosen.hint}</p>}
      <PathField
        label={say('export.file')}
        kind="save"
        title={title}
        value={out}
        onChange={path => {
          setOut(path)
          setWritten(undefined)
        }}
      />
      <FailureNote failure={failure} />
      {failure?.code === 'file-exists' && (
        <div className="dialog-actions">
          <Button kind="danger" onPress={() => void save(true)} data-testid="overwrite">
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

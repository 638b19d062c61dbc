import { useSay } from '../strings/words.ts'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import type { FormatEntry } from './use-formats.ts'

const unitNames = {
  'utf-16': 'export.unit.utf-16',
  'code points': 'export.unit.code-points',
} as const

export type Unit = keyof typeof unitNames

type Props = {
  formats: readonly FormatEntry[]
  format: FormatEntry | undefined
  onFormat(format: FormatEntry): void
  unit: Unit
  onUnit(unit: Unit): void
}

/** Which format, and what its offsets count where it leaves that open. */
export function ExportFormat({ formats, format, onFormat, unit, onUnit }: Props) {
  const say = useSay()
  const written = formats.filter(({ writes }) => writes)
  return (
    <div className="format-row">
      <Select
        label={say('export.format')}
        options={written.map(({ id, name }) => ({ id, name }))}
        value={format?.id ?? null}
        onChange={id => {
          const chosen = written.find(one => one.id === id)
          if (chosen) onFormat(chosen)
        }}
        testid="format"
      />
      {format && format.id !== 'isnad' && format.units.length > 1 && (
        <Segments
          label={say('export.unit')}
          options={format.units.map(id => ({ id, name: say(unitNames[id]) }))}
          value={unit}
          onChange={onUnit}
          testid="unit"
        />
      )}
    </div>
  )
}

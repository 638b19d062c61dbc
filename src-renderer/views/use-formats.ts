import { useEffect, useState } from 'react'
import type { Output } from '../../annotations/api/contract.ts'
import { call } from '../bridge.ts'

export type FormatEntry = Output<'formats.list'>['formats'][number]

/** Every format there is, asked for once. */
export function useFormats(): FormatEntry[] {
  const [formats, setFormats] = useState<FormatEntry[]>([])
  useEffect(() => {
    let current = true
    void call('formats.list', {}).then(listed => {
      if (current && listed.ok) setFormats(listed.value.formats)
    })
    return () => {
      current = false
    }
  }, [])
  return formats
}

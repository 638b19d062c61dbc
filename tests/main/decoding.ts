import { AppError } from '../../src-main/app-error.ts'
import { decode } from '../../src-main/corpus/decode.ts'

export const read = (bytes: Uint8Array, encoding = 'auto', isHtml = false) =>
  decode(bytes, { file: 'a.txt', encoding, isHtml })

export function failureOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.failure
    throw error
  }
  return undefined
}

export const bom = Buffer.from('\ufeff')

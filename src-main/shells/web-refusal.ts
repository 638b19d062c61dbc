import type { Reason } from './web-guard.ts'

const status: Record<Reason, number> = {
  'bad-request': 400,
  'foreign-host': 421,
  'wrong-method': 405,
  'spent-link': 403,
  'no-session': 401,
  'foreign-origin': 403,
  'not-json': 415,
  'not-found': 404,
  'too-large': 413,
}

/** What the two refusals that a person meets say, and what to do about them. */
const words: Partial<Record<Reason, { ar: string; en: string }>> = {
  'spent-link': {
    ar: 'هذا الرابط استُعمل من قبل أو ليس صحيحًا؛ كل رابط يفتح إسناد مرة واحدة. اضغط Enter في الطرفية التي يعمل فيها إسناد لتحصل على رابط جديد.',
    en: 'This link was used before, or is not right: each link opens Isnad once. Press Enter in the terminal where Isnad runs to get a new one.',
  },
  'no-session': {
    ar: 'يُفتح إسناد بالرابط الذي يطبعه في الطرفية. اضغط Enter هناك لتحصل على رابط جديد، أو شغّل إسناد من جديد.',
    en: 'Isnad opens with the link it prints in its terminal. Press Enter there to get a new one, or start Isnad again.',
  },
}

export type Refusal = { status: number; type: string; body: string }

export function refusal(reason: Reason): Refusal {
  const said = words[reason]
  if (!said) return { status: status[reason], type: 'text/plain; charset=utf-8', body: reason }
  const again =
    reason === 'spent-link'
      ? '<p dir="auto"><a href="/">إسناد مفتوح في هذا المتصفح · Isnad is open in this browser</a></p>'
      : ''
  return {
    status: status[reason],
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>إسناد · Isnad</title>
<p>${said.ar}</p><p lang="en" dir="ltr">${said.en}</p>${again}</html>
`,
  }
}

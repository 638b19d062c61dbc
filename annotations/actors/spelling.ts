/**
 * Letters that a name is spelt with one time so and one time otherwise, made one: foreign g, and what is near in sound.
 * What the press writes differently is mostly in long vowels and their seats, which are left out (`skeletonOf`).
 */
const near: Record<string, string> = {
  ...{ ج: 'ك', غ: 'ك', ق: 'ك', گ: 'ك', چ: 'ك' },
  ...{ ط: 'ت', ث: 'ت', ض: 'د', ذ: 'د', ظ: 'د', ز: 'س', ص: 'س', ش: 'س', ژ: 'س' },
  ...{ پ: 'ب', ڤ: 'ف', ف: 'ف', ه: '' },
  ...{ ا: '', و: '', ي: '', ء: '' },
}

/** The hard letters of a folded word in order: two spellings of one name mostly share them. */
export function skeletonOf(word: string): string {
  let skeleton = ''
  for (const letter of word) {
    const one = near[letter] ?? letter
    if (one !== '' && !skeleton.endsWith(one)) skeleton += one
  }
  return skeleton
}

/**
 * How many letters must be changed, added, left out or change places with their neighbour; `most + 1` where it is more
 * than `most`. (Optimal string alignment; UTF-16 units of folded words.)
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] as number
}

/** Letters in which two spellings of one name may differ, by the length of the word. */
export const spellingSlack = (word: string) => (word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0)

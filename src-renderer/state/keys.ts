/** A key as pressed: modifiers and the physical key, so that an Arabic layout and a Latin one are the same keyboard. */
export type Chord = string

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * Arrows are named by where they lead in the text: in a right-to-left paragraph the left arrow goes forward. Ctrl is
 * Cmd on a Mac.
 */
export function chordOf(event: Pressed, rtl: boolean): Chord {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
  const backward = rtl ? 'ArrowRight' : 'ArrowLeft'
  const code =
    event.code === forward
      ? 'Forward'
      : event.code === backward
        ? 'Backward'
        : event.code.replace('NumpadEnter', 'Enter')
  const parts: string[] = []
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey) parts.push('Shift')
  return [...parts, code].join('+')
}

/** What stands on the keys of the Arabic (101) layout; digits and the rest are as they are. */
const arabicLetters: Record<string, string> = {
  KeyA: 'ش',
  KeyB: 'لا',
  KeyC: 'ؤ',
  KeyD: 'ي',
  KeyE: 'ث',
  KeyF: 'ب',
  KeyG: 'ل',
  KeyH: 'ا',
  KeyI: 'ه',
  KeyJ: 'ت',
  KeyK: 'ن',
  KeyL: 'م',
  KeyM: 'ة',
  KeyN: 'ى',
  KeyO: 'خ',
  KeyP: 'ح',
  KeyQ: 'ض',
  KeyR: 'ق',
  KeyS: 'س',
  KeyT: 'ف',
  KeyU: 'ع',
  KeyV: 'ر',
  KeyW: 'ص',
  KeyX: 'ء',
  KeyY: 'غ',
  KeyZ: 'ئ',
  Slash: '/ ظ',
  Period: 'ز',
  Comma: 'و',
  BracketRight: 'د',
  BracketLeft: 'ج',
  Semicolon: 'ك',
  Quote: 'ط',
  Backquote: 'ذ',
}

const signs: Record<string, string> = {
  Ctrl: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Equal: '=',
  Minus: '-',
  ContextMenu: '☰',
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
  Space: '␣',
}

/** A chord as printed on the keyboard of the interface's language. */
export function printed(chord: Chord, language: 'ar' | 'en'): string {
  return chord
    .split('+')
    .map(part => {
      if (part === 'Forward') return language === 'ar' ? '←' : '→'
      if (part === 'Backward') return language === 'ar' ? '→' : '←'
      if (part.startsWith('Digit')) return part.slice(5)
      // With Ctrl, menus and keyboards everywhere print the Latin letter.
      const arabic = chord.includes('Ctrl') || language === 'en' ? undefined : arabicLetters[part]
      if (arabic !== undefined) return arabic
      return part.startsWith('Key') ? part.slice(3) : (signs[part] ?? part)
    })
    .join(' ')
}

import { failureText } from '../../annotations/api/failure-text.ts'
import { useEditor } from '../state/editor.ts'
import { language, useSay } from '../strings/words.ts'
import { formatInstant } from '../ui/format-date.ts'

/** In words: is what the analyst did on the disk? The first thing she wants to know when something went wrong. */
export function WorkSaved() {
  const say = useSay()
  const save = useEditor(editor => editor.save)
  switch (save.kind) {
    case 'saved':
      return save.at ? say('fault.saved-at', { time: formatInstant(save.at) }) : say('fault.saved')
    case 'changed':
    case 'saving':
      return say('fault.saving')
    case 'failed':
    case 'conflict':
      return say('fault.unsaved', { why: failureText(save.failure, language()) })
  }
}

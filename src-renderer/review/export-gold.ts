import { goldName } from '../../annotations/review/adjudicate.ts'
import { showDialog, useSession } from '../state/session.ts'
import { saveGold } from './save-gold.ts'

/** The export, with the gold sets chosen. */
export async function exportGold(): Promise<void> {
  if (!(await saveGold())) return
  useSession.setState({ exporting: [goldName] })
  showDialog('export')
}

import { Button } from 'react-aria-components'
import { showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'

/** A project without documents says what to do. */
export function EmptyProject() {
  const say = useSay()
  return (
    <section className="empty-state">
      <h2>{say('reader.empty-title')}</h2>
      <p>{say('reader.empty')}</p>
      <Button className="button primary" onPress={() => showDialog('import')}>
        {say('corpus.import')}
      </Button>
    </section>
  )
}

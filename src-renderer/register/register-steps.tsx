import { call } from '../bridge.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { TableExchange } from './table-exchange.tsx'
import type { useRegister } from './use-register.ts'

type Props = Pick<ReturnType<typeof useRegister>, 'project' | 'history' | 'undo'>

/** What is done with the register as a whole: a step back or on again, a table in or out. */
export function RegisterSteps({ project, history, undo }: Props) {
  const say = useSay()
  return (
    <>
      <Button
        isDisabled={!history?.canUndo}
        onPress={() => void undo(false)}
        data-testid="register-undo"
      >
        {say('register.undo')}
      </Button>
      <Button
        isDisabled={!history?.canRedo}
        onPress={() => void undo(true)}
        data-testid="register-redo"
      >
        {say('register.redo')}
      </Button>
      {project !== undefined && (
        <TableExchange
          name="actors"
          importing="register.import"
          exporting="register.export"
          read={path => call('actors.import', { project, path, job: crypto.randomUUID() })}
          write={(out, overwrite) => call('actors.export', { project, out, overwrite })}
        />
      )}
    </>
  )
}

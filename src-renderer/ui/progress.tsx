import { ProgressBar } from 'react-aria-components'
import { useSay } from '../strings/words.ts'

type Props = {
  label: string
  done: number
  /** 0 while it is not known how much there is to do. */
  total: number
  /** What is being worked on: a file's name. */
  item?: string | undefined
}

/** How far long work is. */
export function Progress({ label, done, total, item }: Props) {
  const say = useSay()
  return (
    <ProgressBar
      aria-label={label}
      className="job-progress"
      data-testid="progress"
      isIndeterminate={total === 0}
      minValue={0}
      maxValue={total || 1}
      value={done}
    >
      {({ percentage }) => (
        <>
          <div className="progress-words">
            <span>{label}</span>
            {total > 0 && <span>{say('progress.of', { done, total })}</span>}
          </div>
          <div className="progress-track">
            <div
              className={total === 0 ? 'progress-bar unknown' : 'progress-bar'}
              style={{ inlineSize: `${total === 0 ? 30 : (percentage ?? 0)}%` }}
            />
          </div>
          <bdi className="progress-item">{item}</bdi>
        </>
      )}
    </ProgressBar>
  )
}

import type { SchemeProblem } from '../../annotations/model/check-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { useSay } from '../strings/words.ts'
import { Icon } from '../ui/icon.tsx'
import { problemWords } from './scheme-names.ts'

type Props = { title: string; problems: readonly SchemeProblem[]; scheme?: LabelScheme }

/** Everything that is wrong with a scheme, each by its place. */
export function SchemeProblems({ title, problems, scheme }: Props) {
  const say = useSay()
  if (problems.length === 0) return null
  return (
    <div className="failure" role="alert" data-testid="scheme-problems">
      <Icon name="warning" />
      <div className="failure-text">
        <p>{title}</p>
        <ul className="problem-list">
          {problems.slice(0, 30).map(problem => (
            <li key={`${problem.kind} ${problem.at} ${problem.detail}`}>
              {problemWords(problem, scheme, say)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

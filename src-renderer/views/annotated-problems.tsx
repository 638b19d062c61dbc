import type { AnnotatedProblem } from '../../annotations/api/annotated.ts'
import { problemText } from '../../annotations/api/problem-text.ts'
import { language, useSay } from '../strings/words.ts'
import { nameOf } from './path-names.ts'

/** Every record, annotation and relation that was refused or repaired: where, and why. */
export function AnnotatedProblems({ problems }: { problems: readonly AnnotatedProblem[] }) {
  const say = useSay()
  if (problems.length === 0) return null
  const once = [...new Map(problems.map(problem => [JSON.stringify(problem), problem]))]
  return (
    <section className="problems" data-testid="annotated-problems">
      <h3 className="field-label">{say('annotated.problems')}</h3>
      <ul>
        {once.map(([key, problem]) => (
          <li key={key}>
            <bdi className="record-file">
              {problem.line === undefined
                ? nameOf(problem.file)
                : say('annotated.place', { file: nameOf(problem.file), line: problem.line })}
            </bdi>{' '}
            <bdi>{problemText(problem, language())}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

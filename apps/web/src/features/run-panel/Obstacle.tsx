import type { Problem } from '@petal/core/model'
import { Button } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import type { ReactNode } from 'react'
import { useProblems } from '../../editor/EditorContext.tsx'
import { listMistakes } from '../../editor/listMistakes.ts'
import { ProblemRow } from '../../look/ProblemRow.tsx'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'
import { FirstLine } from './FirstLine.tsx'
import { MissingKeyCard } from './MissingKeyCard.tsx'

/** What keeps a run from starting, each with its way out; `children` while nothing is in the way. */
export function Obstacle({ children }: { readonly children: ReactNode }) {
  const { gate, problems, refused } = useRunActivity()
  const controller = useRunController()
  if (refused) return <AgentProblems />
  if (problems !== undefined) return <ObstacleBox title={t('The run could not begin')} problems={problems} />
  if (gate?.kind !== 'keys' && gate?.kind !== 'keysAgain') return children
  return (
    <FirstLine className="mx-auto flex max-w-3xl flex-col gap-3 p-4">
      {gate.missing.map((missing) => (
        <MissingKeyCard
          key={`${missing.keyRef} ${missing.host}`}
          missing={missing}
          goesOn={gate.kind === 'keysAgain'}
        />
      ))}
      <Button variant="ghost" className="self-start" onClick={() => controller.dismiss()}>
        {t('Not now')}
      </Button>
    </FirstLine>
  )
}

/** The agent's own problems as they stand now, not as they were when Run was pressed. */
function AgentProblems() {
  const problems = useProblems()
  const mistakes = listMistakes(problems)
  const errors = mistakes.filter(({ severity }) => severity === 'error')
  if (errors.length === 0 && mistakes.length < problems.length) return <NoStepYet />
  const title = plural(
    errors.length,
    'One thing keeps this agent from running',
    '{count} things keep this agent from running',
  )
  return errors.length === 0 ? null : <ObstacleBox title={title} problems={errors} />
}

function NoStepYet() {
  return (
    <FirstLine className="mx-auto max-w-3xl p-4">
      <p role="alert" className="rounded-lg border border-line bg-sunken px-4 py-3 text-ink-soft">
        <span className="font-medium text-ink">{t('There is nothing to run yet.')}</span>{' '}
        {t('Drag a step onto the canvas, or press N to choose one.')}
      </p>
    </FirstLine>
  )
}

function ObstacleBox({ title, problems }: { readonly title: string; readonly problems: readonly Problem[] }) {
  return (
    <FirstLine className="mx-auto max-w-3xl p-4">
      <div role="alert" className="overflow-hidden rounded-lg border border-danger-line bg-danger-soft">
        <p className="px-4 pt-2.5 pb-1.5 font-medium text-danger">{title}</p>
        <ul className="divide-y divide-line bg-surface">
          {problems.map((problem) => (
            <ProblemRow
              key={`${problem.code} ${problem.stepId ?? ''} ${problem.path ?? ''} ${problem.message}`}
              problem={problem}
            />
          ))}
        </ul>
      </div>
    </FirstLine>
  )
}

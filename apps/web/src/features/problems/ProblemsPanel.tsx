import type { Problem, Severity } from '@petal/core/model'
import { EmptyState } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { CircleCheck, CircleDashed } from 'lucide-react'
import { useMemo } from 'react'
import { useProblems } from '../../editor/EditorContext.tsx'
import { listMistakes } from '../../editor/listMistakes.ts'
import { ProblemRow } from '../../look/ProblemRow.tsx'

const groups: readonly { readonly severity: Severity; readonly title: string }[] = [
  { severity: 'error', title: msg('Stops the run') },
  { severity: 'warning', title: msg('Worth a look') },
  { severity: 'info', title: msg('Good to know') },
]

/** More rows than this help nobody, and cost time to draw. */
const most = 200

/** Everything that is wrong with the agent, the worst first: the same words as under the fields and on the cards. */
export function ProblemsPanel() {
  const all = useProblems()
  const problems = useMemo(() => listMistakes(all), [all])
  const grouped = useMemo(
    () =>
      groups.map(({ severity, title }) => ({
        severity,
        title: t(title),
        problems: problems.filter((problem) => problem.severity === severity),
      })),
    [problems],
  )
  if (problems.length === 0) return <NoMistakes canRun={all.length === 0} />
  return (
    <div className="flex flex-col gap-4 py-3">
      {grouped.map(({ severity, title, problems: list }) =>
        list.length === 0 ? null : <ProblemGroup key={severity} title={title} problems={list} />,
      )}
    </div>
  )
}

function NoMistakes({ canRun }: { readonly canRun: boolean }) {
  const later = t('What is found while you edit appears here, and under the field it belongs to.')
  return canRun ? (
    <EmptyState icon={<CircleCheck />} title={t('No problems')}>
      {t('This agent can run. {later}', { later })}
    </EmptyState>
  ) : (
    <EmptyState icon={<CircleDashed />} title={t('No steps yet')}>
      {t('This agent can run once it has a step. {later}', { later })}
    </EmptyState>
  )
}

interface ProblemGroupProps {
  readonly title: string
  readonly problems: readonly Problem[]
}

function ProblemGroup({ title, problems }: ProblemGroupProps) {
  const hidden = problems.length - most
  return (
    <section aria-label={title}>
      <h2 className="px-4 pb-1 font-medium text-ink-faint text-sm">
        {title} <span className="tabular-nums">({problems.length})</span>
      </h2>
      <ul>
        {problems.slice(0, most).map((problem) => (
          <ProblemRow
            key={`${problem.code} ${problem.agentId} ${problem.stepId} ${problem.path} ${problem.message}`}
            problem={problem}
          />
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="px-4 pt-1 text-ink-faint text-sm">{t('and {hidden} more of this kind', { hidden })}</p>
      ) : null}
    </section>
  )
}

import { cn } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react'
import { useActions, useJudgement, useProblems } from '../../editor/EditorContext.tsx'
import { listMistakes } from '../../editor/listMistakes.ts'

/** How many problems there are; a click lists them. */
export function ProblemCount() {
  const actions = useActions()
  const isJudged = useJudgement((judgement) => judgement.isJudged)
  const problems = useProblems()
  const mistakes = listMistakes(problems)
  const errors = mistakes.filter(({ severity }) => severity === 'error').length
  const warnings = mistakes.filter(({ severity }) => severity === 'warning').length
  const isClean = errors + warnings === 0
  const isBegun = mistakes.length === problems.length
  const label = isClean ? (isBegun ? t('No problems') : t('No steps yet')) : countBoth(errors, warnings)
  return (
    <button
      type="button"
      aria-label={t('Problems: {label}', { label })}
      title={label}
      onClick={() => actions.showSide('problems')}
      className={cn(
        'focus-ring flex h-7 items-center gap-2 rounded-md px-2 text-ink-soft text-sm tabular-nums hover:bg-hover [&_svg]:size-3.5',
        isJudged ? '' : 'invisible',
      )}
    >
      {isClean && isBegun ? <CircleCheck className="text-ok" /> : null}
      {isClean && !isBegun ? <CircleDashed className="text-ink-faint" /> : null}
      <Count count={errors} className="text-danger" icon={<CircleAlert />} />
      <Count count={warnings} className="text-warn" icon={<TriangleAlert />} />
    </button>
  )
}

interface CountProps {
  readonly count: number
  readonly className: string
  readonly icon: React.ReactNode
}

function Count({ count: number, className, icon }: CountProps) {
  if (number === 0) return null
  return (
    <span className={cn('flex items-center gap-1 font-medium', className)}>
      {icon}
      {number}
    </span>
  )
}

function countBoth(errors: number, warnings: number): string {
  const parts = [
    ...(errors === 0 ? [] : [plural(errors, '{count} error', '{count} errors')]),
    ...(warnings === 0 ? [] : [plural(warnings, '{count} warning', '{count} warnings')]),
  ]
  return parts.join(', ')
}

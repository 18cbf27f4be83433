import type { Problem } from '@petal/core/model'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { cn } from '../components/cn.ts'
import { t } from '../language/index.ts'

const looks = {
  error: { icon: CircleAlert, color: 'text-danger' },
  warning: { icon: TriangleAlert, color: 'text-warn' },
  info: { icon: Info, color: 'text-info' },
} as const

interface ProblemNoteProps {
  readonly problem: Pick<Problem, 'severity' | 'message' | 'fix'>
  /** Applies the problem's fix. Without it no button is drawn. */
  onFix?: (() => void) | undefined
  readonly className?: string
}

/** One problem under the field it belongs to, with its way out. */
export function ProblemNote({ problem, onFix, className }: ProblemNoteProps) {
  const { icon: Icon, color } = looks[problem.severity]
  return (
    <div className={cn('flex items-start gap-1.5 text-sm', color, className)}>
      <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
      <p className="wrap-anywhere min-w-0 flex-1">
        {t(problem.message)}{' '}
        {problem.fix?.change === undefined || onFix === undefined ? null : (
          <button
            type="button"
            onClick={onFix}
            className="focus-ring rounded-sm font-medium underline underline-offset-2 hover:no-underline"
          >
            {problem.fix.label}
          </button>
        )}
      </p>
    </div>
  )
}

import { Button, cn, keyNames } from '@petal/ui'
import { plural, t } from '@petal/ui/language'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { changeMarks } from '../../../look/difference/changeMarks.ts'
import { describeChange } from './describeChange.ts'
import type { OpenComparison } from './useComparison.ts'

/** What the signs mean, and the way from one change to the next. */
export function ComparisonBar({ changes, current, go }: Pick<OpenComparison, 'changes' | 'current' | 'go'>) {
  const change = changes[current]
  const count = changes.length
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-line border-y bg-surface px-5 py-2">
      <ul aria-label={t('What the signs mean')} className="flex flex-wrap gap-x-4 gap-y-1">
        {Object.values(changeMarks).map(({ sign, look, label }) => (
          <li key={label} className="flex items-center gap-1.5 text-ink-soft text-sm">
            <span aria-hidden className={cn('font-mono font-semibold', look)}>
              {sign}
            </span>
            {t(label)}
          </li>
        ))}
      </ul>
      <p role="status" className="min-w-0 flex-1 truncate text-right text-ink max-sm:basis-full max-sm:text-left">
        {change === undefined
          ? plural(count, '{count} change', '{count} changes')
          : `${t('{done} of {total}', { done: current + 1, total: count })} · ${describeChange(change)}`}
      </p>
      <div className="flex gap-2">
        <Button
          icon={<ArrowLeft />}
          title={keyNames('Shift+F7').join(' ')}
          aria-keyshortcuts="Shift+F7"
          disabled={count === 0}
          onClick={() => go('previous')}
        >
          {t('Previous change')}
        </Button>
        <Button
          variant="primary"
          data-dialog-focus
          icon={<ArrowRight />}
          title="F7"
          aria-keyshortcuts="F7"
          disabled={count === 0}
          onClick={() => go('next')}
        >
          {t('Next change')}
        </Button>
      </div>
    </div>
  )
}

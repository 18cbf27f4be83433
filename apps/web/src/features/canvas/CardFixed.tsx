import { t } from '@petal/ui/language'
import { CardSign } from './CardSign.tsx'

/** That runs take an output that was kept instead of running the step. */
export function CardFixed() {
  return (
    <span
      role="img"
      aria-label={t('Fixed output: runs do not run this step')}
      title={t('Fixed output: runs take what was kept instead of running this step')}
      className="absolute -bottom-2.5 left-3 flex items-center gap-1 rounded-full border border-warn-line bg-warn-soft px-2 text-warn text-xs"
    >
      <CardSign d="M7 11V7a5 5 0 0 1 10 0v4M5 11h14v10H5z" />
      {t('Fixed output')}
    </span>
  )
}

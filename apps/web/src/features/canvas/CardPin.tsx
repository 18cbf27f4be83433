import { t } from '@petal/ui/language'
import { CardSign } from './CardSign.tsx'

/** That a card stays where it is when others are put in order. */
export function CardPin() {
  return (
    <span
      role="img"
      aria-label={t('Pinned')}
      title={t('Pinned: stays here when others are put in order')}
      className="absolute -top-2 left-3 rounded-full border border-line-strong bg-surface p-0.5 text-ink-soft"
    >
      <CardSign d="M12 17v5M8 3h8v7l3 4v3H5v-3l3-4z" />
    </span>
  )
}

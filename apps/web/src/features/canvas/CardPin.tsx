import { t } from '@petal/ui/language'
/** That a card stays where it is when others are put in order. Drawn by hand: it needs nothing that would be loaded for it. */
export function CardPin() {
  return (
    <span
      role="img"
      aria-label={t('Pinned')}
      title={t('Pinned: stays here when others are put in order')}
      className="absolute -top-2 left-3 rounded-full border border-line-strong bg-surface p-0.5 text-ink-soft"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-3 fill-none stroke-current"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M12 17v5M8 3h8v7l3 4v3H5v-3l3-4z" />
      </svg>
    </span>
  )
}

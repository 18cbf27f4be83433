import { Pin } from 'lucide-react'

/** That a card stays where it is when others are put in order. */
export function CardPin() {
  return (
    <span
      role="img"
      aria-label="Pinned"
      title="Pinned: stays here when others are put in order"
      className="absolute -top-2 left-3 rounded-full border border-line-strong bg-surface p-0.5 text-ink-soft"
    >
      <Pin aria-hidden className="size-3" />
    </span>
  )
}

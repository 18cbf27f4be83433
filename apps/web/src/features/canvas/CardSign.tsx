interface CardSignProps {
  /** What a path element draws, in 24 by 24. */
  readonly d: string
}

/** A small sign on a card. Drawn by hand: nothing is loaded for it. */
export function CardSign({ d }: CardSignProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-3 fill-none stroke-current"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={d} />
    </svg>
  )
}

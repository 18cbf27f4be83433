interface EmphasisedProps {
  /** A line in which *stars* emphasise. */
  readonly text: string
}

/** One line of text with its starred parts set off. */
export function Emphasised({ text }: EmphasisedProps) {
  return text.split(/(\*[^*]+\*)/).map((part, index) =>
    part.length > 2 && part.startsWith('*') && part.endsWith('*') ? (
      // The parts of a line have no identity but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <em key={index} className="font-medium text-ink not-italic">
        {part.slice(1, -1)}
      </em>
    ) : (
      part
    ),
  )
}

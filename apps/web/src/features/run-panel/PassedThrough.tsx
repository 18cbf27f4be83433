/** Beside the name of a step that is disabled, in the rows of a run. */
export function PassedThrough() {
  return (
    <span className="ml-2 truncate text-ink-faint text-xs" title="Disabled: passed the state through">
      disabled
    </span>
  )
}

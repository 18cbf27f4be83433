/** What ties a control to its label, its help and its error. */
export interface ControlAria {
  readonly id?: string | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-labelledby'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-invalid'?: boolean | undefined
  readonly 'aria-required'?: boolean | undefined
}

/** The look that every control with a border shares. */
export const controlClass =
  'focus-field w-full rounded-md border border-line-strong bg-surface px-2 text-base text-ink shadow-sm placeholder:text-ink-faint hover:border-ink-faint/50 disabled:bg-sunken disabled:text-ink-disabled disabled:shadow-none aria-invalid:border-danger dark:bg-sunken'

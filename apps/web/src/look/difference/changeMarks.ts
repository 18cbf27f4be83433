/** How it is marked what became of a thing: by a sign and a word, never by colour alone. */
export const changeMarks = {
  added: { sign: '+', look: 'text-ok', label: 'Added' },
  removed: { sign: '−', look: 'text-danger', label: 'Removed' },
  changed: { sign: '~', look: 'text-warn', label: 'Changed' },
  moved: { sign: '↔', look: 'text-ink-faint', label: 'Moved' },
} as const

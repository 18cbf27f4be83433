import { msg } from '@petal/ui/language'

/** How it is marked what became of a thing: by a sign and a word, never by colour alone. */
export const changeMarks = {
  added: { sign: '+', look: 'text-ok', label: msg('Added') },
  removed: { sign: '−', look: 'text-danger', label: msg('Removed') },
  changed: { sign: '~', look: 'text-warn', label: msg('Changed') },
  moved: { sign: '↔', look: 'text-ink-faint', label: msg('Moved') },
} as const

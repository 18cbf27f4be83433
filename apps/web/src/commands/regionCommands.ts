import { msg } from '@petal/ui/language'
import { goToRegion } from '../focus/goToRegion.ts'
import type { Command } from './Command.ts'

/** Going through the page by key, a region at a time. */
export const regionCommands: readonly Command[] = [
  {
    id: 'nextRegion',
    title: msg('Go to the next part of the page'),
    group: 'View',
    keys: ['F6'],
    inFields: true,
    run: () => goToRegion(1),
  },
  {
    id: 'previousRegion',
    title: msg('Go to the previous part of the page'),
    group: 'View',
    keys: ['Shift+F6'],
    inFields: true,
    run: () => goToRegion(-1),
  },
]

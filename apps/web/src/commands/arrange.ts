import type { arranging } from '../editor/arranging.ts'
import type { CommandContext } from './Command.ts'
import { fetchFor } from './fetchFor.ts'

/** Fetches what arranges cards, and has it done. */
export function arrange({ editor }: CommandContext, act: (actions: ReturnType<typeof arranging>) => void): void {
  fetchFor(
    editor,
    () => import('../editor/arranging.ts'),
    (module) => act(module.arranging(editor)),
  )
}

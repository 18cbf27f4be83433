import { useEffect } from 'react'
import { arrangeCommands } from './arrangeCommands.ts'
import { bindKeys } from './bindKeys.ts'
import { useCommandRunner } from './CommandContext.tsx'
import { addCommands } from './commandList.ts'

/** Adds the commands that the first moment can do without. */
export function useLateCommands(): void {
  const runner = useCommandRunner()
  useEffect(() => {
    addCommands(arrangeCommands)
    return bindKeys(window, runner, arrangeCommands)
  }, [runner])
}

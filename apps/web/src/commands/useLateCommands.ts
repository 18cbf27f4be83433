import { useEffect } from 'react'
import { bindKeys } from './bindKeys.ts'
import { useCommandRunner } from './CommandContext.tsx'
import { addCommands } from './commandList.ts'
import { lateCommands } from './lateCommands.ts'

/** Adds the commands that the first moment can do without. */
export function useLateCommands(): void {
  const runner = useCommandRunner()
  useEffect(() => {
    addCommands(lateCommands)
    return bindKeys(window, runner, lateCommands)
  }, [runner])
}

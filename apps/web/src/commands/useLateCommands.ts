import { useEffect } from 'react'
import { bindKeys } from './bindKeys.ts'
import { useCommandRunner, useOwnKeys } from './CommandContext.tsx'
import { addCommands } from './commandList.ts'
import { lateCommands } from './lateCommands.ts'

/** Adds the commands that the first moment can do without. */
export function useLateCommands(): void {
  const runner = useCommandRunner()
  const { own } = useOwnKeys()
  useEffect(() => {
    addCommands(lateCommands)
    return bindKeys(window, runner, lateCommands, own)
  }, [runner, own])
}

import { useEffect } from 'react'
import { addCommands } from './commandList.ts'
import { lateCommands } from './lateCommands.ts'

/** Adds the commands that the first moment can do without. */
export function useLateCommands(): void {
  useEffect(() => addCommands(lateCommands), [])
}

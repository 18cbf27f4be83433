import { SidePanel } from '../features/inspector/SidePanel.tsx'
import { ProblemsPanel } from '../features/problems/ProblemsPanel.tsx'
import { editorSlots } from '../features/prompt-editor/editorSlots.ts'
import { StatePanel } from '../features/state-panel/StatePanel.tsx'

interface SideColumnProps {
  /** Names of the saved keys. */
  readonly keys: readonly string[]
}

/** The side panel with its parts, which do not know of each other. */
export function SideColumn({ keys }: SideColumnProps) {
  return (
    <SidePanel
      slots={editorSlots}
      keys={keys}
      statePanel={<StatePanel slots={editorSlots} />}
      problemsPanel={<ProblemsPanel />}
    />
  )
}

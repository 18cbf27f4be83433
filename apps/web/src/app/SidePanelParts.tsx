import { DocumentsField } from '../features/documents/DocumentsField.tsx'
import { SidePanel } from '../features/inspector/SidePanel.tsx'
import { ProblemsPanel } from '../features/problems/ProblemsPanel.tsx'
import { editorSlots } from '../features/prompt-editor/editorSlots.ts'
import { StatePanel } from '../features/state-panel/StatePanel.tsx'
import { ToolsSection } from '../features/tools/ToolsSection.tsx'

const slots = { ...editorSlots, documents: DocumentsField }

/** The side panel with the parts that other features bring to it. */
export function SidePanelParts({ keys }: { readonly keys: readonly string[] }) {
  return (
    <SidePanel
      slots={slots}
      keys={keys}
      tools={<ToolsSection slots={editorSlots} keys={keys} />}
      statePanel={<StatePanel slots={editorSlots} />}
      problemsPanel={<ProblemsPanel />}
    />
  )
}

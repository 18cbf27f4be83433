import { useEditor } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { NothingSelected } from './NothingSelected.tsx'
import { SeveralSteps } from './SeveralSteps.tsx'
import { StepInspector } from './StepInspector.tsx'
import { isTerminal, TerminalNote } from './TerminalNote.tsx'

/** What is selected: one step, several, or nothing. */
export function StepTab() {
  const stepIds = useEditor((state) => selectSelection(state).stepIds)
  const [first] = stepIds
  if (first === undefined) return <NothingSelected />
  if (stepIds.length === 1 && isTerminal(first)) return <TerminalNote terminal={first} />
  if (stepIds.length > 1) return <SeveralSteps key={stepIds.join(' ')} stepIds={stepIds} />
  return <StepInspector key={first} stepId={first} />
}

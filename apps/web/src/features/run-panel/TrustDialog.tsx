import { Button, Dialog } from '@petal/ui'
import { useEditor, useRegistry } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { RequirementList } from '../../look/RequirementList.tsx'
import { previewRequirements } from '../../runner/previewRequirements.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'

/** Before the first run of an agent from outside: what it will use, and whether it may. */
export function TrustDialog() {
  const controller = useRunController()
  const { gate } = useRunActivity()
  return (
    <Dialog
      open={gate?.kind === 'trust'}
      onOpenChange={() => controller.dismiss()}
      title="Run this agent for the first time?"
      description="It came from a file. Nothing of it has run yet. This is what a run will use:"
      footer={
        <>
          <Button onClick={() => controller.dismiss()}>Not now</Button>
          <Button variant="primary" onClick={() => controller.consent()}>
            Run it
          </Button>
        </>
      }
    >
      <Requirements />
    </Dialog>
  )
}

/** A part of its own, so that they are worked out only while the dialog is open, not with every key typed. */
function Requirements() {
  const agent = useEditor(selectFileAgent)
  const registry = useRegistry()
  return <RequirementList requirements={previewRequirements(agent, registry)} />
}

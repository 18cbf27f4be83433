import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEditor, useRegistry } from '../../editor/EditorContext.tsx'
import { selectFileAgent } from '../../editor/selectors.ts'
import { RequirementList } from '../../look/RequirementList.tsx'
import { previewRequirements } from '../../runner/previewRequirements.ts'
import { useRunActivity, useRunController } from '../../runner/RunContext.tsx'

/** Before an agent from outside first runs, or is tried in part: what it will use, and whether it may. */
export function TrustDialog() {
  const controller = useRunController()
  const { gate } = useRunActivity()
  const isTrial = gate?.kind === 'trust' && gate.start === undefined
  return (
    <Dialog
      open
      onOpenChange={() => controller.dismiss()}
      title={isTrial ? t('Try this agent for the first time?') : t('Run this agent for the first time?')}
      description={t('It came from outside. Nothing of it has run yet. This is what it will use:')}
      footer={
        <>
          <Button onClick={() => controller.dismiss()}>{t('Not now')}</Button>
          <Button variant="primary" onClick={() => controller.consent()}>
            {isTrial ? t('Try it') : t('Run it')}
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

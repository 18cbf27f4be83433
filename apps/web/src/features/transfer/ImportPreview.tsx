import type { Problem } from '@petal/core/model'
import { Button, Dialog, toast } from '@petal/ui'
import { msg, plural, t } from '@petal/ui/language'
import { Lock } from 'lucide-react'
import { useDocuments } from '../../documents/DocumentsContext.tsx'
import { keepTexts } from '../../documents/includeTexts.ts'
import { useActions, useEditor, useRegistry } from '../../editor/EditorContext.tsx'
import { AgentOutlineView } from '../../look/AgentOutlineView.tsx'
import { RequirementList } from '../../look/RequirementList.tsx'
import { keepForView } from '../../storage/keepForView.ts'
import { outlineAgent } from '../../storage/outlineAgent.ts'
import { toAgentDraft } from '../../storage/toAgentDraft.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'
import { AgainstOpen } from './AgainstOpen.tsx'
import { MissingDocuments } from './MissingDocuments.tsx'
import { PreviewSection } from './PreviewSection.tsx'
import type { ImportPlan } from './planImport.ts'

type ReadyPlan = Extract<ImportPlan, { readonly ok: true }>

/** What an agent is and would do, before it is opened; and the two ways to open it. */
export function ImportPreview({ plan, onClose }: { readonly plan: ReadyPlan; onClose(): void }) {
  const registry = useRegistry()
  const { config, view, remarks, problems, requirements } = plan
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Import {name}', { name: config.name ?? undefined })}
      description={t('Nothing has run and nothing was asked. Look before you open it.')}
      size="lg"
      footer={
        view ? (
          <ViewDecision plan={plan} text={view.text} onClose={onClose} />
        ) : (
          <Decision plan={plan} onClose={onClose} />
        )
      }
    >
      <div className="flex flex-col gap-4">
        {view === undefined ? null : (
          <p className="flex items-start gap-2 rounded-lg border border-warn-line bg-warn-soft px-3 py-2 text-ink">
            <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            {view.reason}
          </p>
        )}
        {errors.length === 0 ? null : (
          <PreviewSection title={t('In the way of a run')} count={errors.length} tone="danger">
            <ProblemLines problems={errors} />
          </PreviewSection>
        )}
        <AgentOutlineView
          outline={outlineAgent(config, registry)}
          className="h-36 w-full rounded-lg border border-line bg-canvas p-3"
        />
        <p className="line-clamp-4 text-ink-soft" title={config.description}>
          {plural(config.steps.length, '{count} step', '{count} steps')}
          {config.description === undefined ? '' : ` · ${config.description}`}
        </p>
        <MissingDocuments config={config} />
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {remarks.length === 0 ? null : (
            <PreviewSection title={t('Read with remarks')} count={remarks.length} tone="warn">
              <ProblemLines problems={remarks} />
            </PreviewSection>
          )}
          <PreviewSection title={t('A run would use')}>
            <RequirementList requirements={requirements} />
          </PreviewSection>
          {view === undefined ? <AgainstOpen plan={plan} /> : null}
        </div>
      </div>
    </Dialog>
  )
}

function Decision({ plan, onClose }: { readonly plan: ReadyPlan; onClose(): void }) {
  const workspace = useWorkspace()
  const { replaceFile, showRun } = useActions()
  const canReplace = useEditor((state) => state.session.readOnly === undefined)
  const registry = useRegistry()
  const documents = useDocuments()
  // A file that brings long documents works as it is, too: they are only kept apart so that its history stays small.
  const unpack = () => keepTexts(plan.config, registry, documents).catch(() => plan.config)
  const openAsNew = async () => {
    const problem = await workspace.createAgent(await unpack(), { untrusted: true })
    if (problem !== undefined) {
      toast.error(t(problem.message))
      return
    }
    onClose()
    showRun('run')
  }
  const replace = async () => {
    replaceFile(msg('Replace by import'), await unpack())
    workspace.distrust()
    onClose()
    toast.success(t('Replaced'), { description: t('Undo brings the former agent back.') })
  }
  return (
    <>
      <Button disabled={!canReplace || plan.differences.length === 0} onClick={replace}>
        {t('Replace the open agent')}
      </Button>
      <Button variant="primary" autoFocus onClick={openAsNew}>
        {t('Open as new')}
      </Button>
    </>
  )
}

interface ViewDecisionProps {
  readonly plan: ReadyPlan
  readonly text: string
  onClose(): void
}

/** A file of a newer version goes into the library as it is, to be looked at. */
function ViewDecision({ plan, text, onClose }: ViewDecisionProps) {
  const workspace = useWorkspace()
  const view = async () => {
    const problem = await keepForView(workspace, { ...toAgentDraft(plan.config, workspace.registry), text })
    if (problem === undefined) onClose()
    else toast.error(t(problem.message))
  }
  return (
    <Button variant="primary" autoFocus onClick={view}>
      {t('Open to view')}
    </Button>
  )
}

function ProblemLines({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className="flex flex-col gap-1 text-ink-soft">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.stepId} ${problem.path} ${problem.message}`} className="break-words">
          {t(problem.message)}
        </li>
      ))}
    </ul>
  )
}

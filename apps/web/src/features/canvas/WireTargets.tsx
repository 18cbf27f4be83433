import type { EdgeConfig, StepConfig } from '@petal/core/model'
import { t } from '@petal/ui/language'
import { Command } from 'cmdk'
import { Flag } from 'lucide-react'
import { useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { StepIcon } from '../../look/StepIcon.tsx'

interface WireTargetsProps {
  /** The wire that would lead to a step. */
  edgeTo(stepId: string): EdgeConfig
  onChoose(stepId: string): void
}

interface Target {
  readonly id: string
  readonly step: StepConfig | undefined
  /** Why the wire cannot lead there. */
  readonly refusal: string | undefined
}

const row =
  'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 data-[disabled=true]:text-ink-faint data-[selected=true]:bg-pressed pointer-coarse:min-h-11'

/** Where a wire can lead; then where it cannot, each with the reason. */
export function WireTargets({ edgeTo, onChoose }: WireTargetsProps) {
  const { actions } = useEditorInstance()
  const agent = useEditor(selectAgent)
  const steps = new Map(agent.steps.map((step) => [step.id, step]))
  const targets = [...steps.keys(), 'END'].map((id): Target => {
    const verdict = actions.checkConnection(edgeTo(id))
    return { id, step: steps.get(id), refusal: verdict.ok ? undefined : verdict.reason }
  })
  const refused = targets.filter(({ refusal }) => refusal !== undefined)
  return (
    <>
      {targets.map((target) =>
        target.refusal === undefined ? <TargetItem key={target.id} target={target} onChoose={onChoose} /> : null,
      )}
      {refused.length === 0 ? null : (
        <Command.Group heading={t('Cannot be connected')} className="petal-command-group">
          {refused.map((target) => (
            <TargetItem key={target.id} target={target} onChoose={onChoose} />
          ))}
        </Command.Group>
      )}
    </>
  )
}

function TargetItem({ target, onChoose }: { readonly target: Target } & Pick<WireTargetsProps, 'onChoose'>) {
  const { id, step, refusal } = target
  const { facts } = useEditorInstance()
  const known = step && facts.of(step)
  return (
    <Command.Item
      value={id}
      keywords={[step?.nodeName ?? '', known?.typeTitle ?? '', id.toLowerCase()]}
      disabled={refusal !== undefined}
      onSelect={() => onChoose(id)}
      className={row}
    >
      {known ? (
        <StepIcon icon={known.icon} category={known.category} size="sm" />
      ) : (
        <Flag aria-hidden className="mx-0.5 size-4 text-ink-faint" />
      )}
      <TargetWords name={known ? (step?.nodeName ?? known.typeTitle) : t('End')} reason={refusal} />
      {step === undefined ? null : <span className="max-w-28 truncate text-ink-soft text-sm">{id}</span>}
    </Command.Item>
  )
}

function TargetWords({ name, reason }: { readonly name: string; readonly reason: string | undefined }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate">{name}</span>
      {reason === undefined ? null : <span className="block text-sm">{reason}</span>}
    </span>
  )
}

import { type EdgeConfig, ERROR_EXIT, type FieldSpec, type Json } from '@petal/core/model'
import { Button, Popover } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type Pace, SchemaForm } from '@petal/ui/schema-form'
import type { ReactNode } from 'react'
import { useActions, useEditor, useStepFacts } from '../editor/EditorContext.tsx'
import { edgeId } from '../editor/edgeId.ts'
import { selectAgent } from '../editor/selectors.ts'

interface LoopLimitProps {
  readonly edge: EdgeConfig
  /** The button it opens from. */
  readonly trigger: ReactNode
  readonly open: boolean
  onOpenChange(open: boolean): void
}

/** Where the turns of a loop are limited. */
export function LoopLimit({ edge, trigger, open, onOpenChange }: LoopLimitProps) {
  const actions = useActions()
  const loopId = edgeId(edge)
  const limit = useEditor((state) => selectAgent(state).graphConfig.recursionLimit)
  const readOnly = useEditor((state) => state.session.readOnly !== undefined)
  const outputs = useStepFacts(edge.from)?.ports.outputs ?? []
  const others = outputs.filter(({ id }) => id !== edge.exit && id !== ERROR_EXIT)
  const { maxTurns, leaveBy } = edge
  const values = { ...(maxTurns === undefined ? {} : { maxTurns }), ...(leaveBy === undefined ? {} : { leaveBy }) }
  const commit = (path: string, value: Json | undefined, pace: Pace) =>
    actions.setLoopLimit(
      loopId,
      path === 'maxTurns'
        ? { maxTurns: typeof value === 'number' ? value : undefined }
        : { leaveBy: typeof value === 'string' && value !== '' ? value : undefined },
      pace === 'burst' ? `turns:${loopId}` : undefined,
    )
  return (
    <Popover trigger={trigger} open={open} onOpenChange={onOpenChange} label={t('Limit of the loop')}>
      <div data-history="document" className="nodrag nopan flex flex-col gap-3">
        <SchemaForm
          prefix=""
          fields={maxTurns === undefined || others.length === 0 ? [turns] : [turns, toChoice(others)]}
          values={values}
          disabled={readOnly}
          onCommit={commit}
        />
        <Button size="sm" onClick={() => actions.focusField('graphConfig.recursionLimit')}>
          {t('A whole run: at most {limit} steps', { limit })}
        </Button>
      </div>
    </Popover>
  )
}

const turns: FieldSpec = {
  kind: 'number',
  name: 'maxTurns',
  title: msg('Most turns of this loop'),
  description: msg('Counted anew each time the loop is entered. Empty: only the limit of the whole run counts.'),
  placeholder: msg('no limit of its own'),
  integer: true,
  min: 1,
  required: false,
  advanced: false,
}

function toChoice(exits: readonly { readonly id: string; readonly label: string }[]): FieldSpec {
  return {
    kind: 'select',
    name: 'leaveBy',
    title: t('When they are over'),
    options: [
      { value: '', label: t('The run fails') },
      ...exits.map(({ id, label }) => ({ value: id, label: t('Leave by "{label}"', { label }) })),
    ],
    default: '',
    required: false,
    advanced: false,
  }
}

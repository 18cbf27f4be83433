import { AgentError, type FieldSpec, type Json, type JsonObject, type Problem } from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { type Pace, SchemaForm } from '@petal/ui/schema-form'
import { type ReactNode, useState } from 'react'
import { useActions, useEditorInstance, useStepProblems } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { useProblemFix } from '../../editor/useProblemFix.ts'
import { setAgentValue } from './setAgentValue.ts'
import { useFocusTarget } from './useFocusTarget.ts'
import { useFormParts } from './useFormParts.ts'
import { useGesture } from './useGesture.ts'

interface AgentSectionProps {
  readonly title: string
  /** The part of the agent that the fields stand in; without it they stand in the agent itself. */
  readonly part?: string
  readonly fields: readonly FieldSpec[]
  readonly values: JsonObject
  readonly disabled: boolean
  /** Stands before the fields. */
  readonly lead?: ReactNode
}

/** One group of the agent's settings. A value that a file could not hold is refused in place, and not kept. */
export function AgentSection({ title, part = '', fields, values, disabled, lead }: AgentSectionProps) {
  const actions = useActions()
  const { store } = useEditorInstance()
  const parts = useFormParts('agent')
  const gesture = useGesture()
  const fix = useProblemFix()
  const focus = useFocusTarget(undefined)
  const known = useStepProblems('')
  const [refused, setRefused] = useState<Problem>()
  const commit = (field: string, value: Json | undefined, pace: Pace) => {
    const path = part === '' ? field : `${part}.${field}`
    const refusal = refuse(() => setAgentValue(selectAgent(store.getState()), path, value), path)
    setRefused(refusal)
    if (refusal === undefined) {
      actions.edit(msg('Edit agent'), (agent) => setAgentValue(agent, path, value), {
        merge: gesture(`agent:${path}`, pace),
      })
    }
  }
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-line border-b px-4 py-4 last:border-b-0">
      <h2 className="font-semibold text-base">{title}</h2>
      {lead}
      {fields.length === 0 ? null : (
        <SchemaForm
          {...parts}
          prefix={part}
          fields={fields}
          values={values}
          problems={refused === undefined ? known : [refused, ...known]}
          disabled={disabled}
          focus={focus}
          onCommit={commit}
          {...(fix ? { onFix: fix } : {})}
        />
      )}
    </section>
  )
}

/** Why a change cannot be made, or undefined when it can. */
function refuse(change: () => unknown, path: string): Problem | undefined {
  try {
    change()
    return undefined
  } catch (error) {
    if (!AgentError.isInstance(error)) throw error
    const at = error.path ?? path
    const words = error.wording.said.startsWith(`${at}: `)
      ? error.wording.said.slice(at.length + 2)
      : error.wording.said
    return { ...error.toProblem(), path: at, message: t('Not taken: {words}', { words }) }
  }
}

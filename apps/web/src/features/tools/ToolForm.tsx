import { type Json, type JsonObject, type Problem, readTool, type ToolEntry } from '@petal/core/model'
import { Button } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type FocusTarget, type FormSlots, type Pace, ProblemNote, SchemaForm } from '@petal/ui/schema-form'
import { useState } from 'react'
import { applyProblemFix } from '../../editor/applyProblemFix.ts'
import { createGestures } from '../../editor/createGestures.ts'
import { useActions, useEditor, useProblems } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { ApprovalField } from './ApprovalField.tsx'
import { McpTools } from './McpTools.tsx'
import { ParametersEditor } from './ParametersEditor.tsx'
import { ToolName } from './ToolName.tsx'
import { TryTool } from './TryTool.tsx'
import { setToolValue } from './toolEdits.ts'
import { inputSchemaOf, toolFields } from './toolFields.ts'

interface ToolFormProps {
  readonly tool: ToolEntry
  readonly index: number
  readonly slots: FormSlots
  readonly keys: readonly string[]
  readonly disabled: boolean
}

/** The settings of one tool. */
export function ToolForm({ tool, index, slots, keys, disabled }: ToolFormProps) {
  const actions = useActions()
  const agents = useEditor((state) => selectAgent(state).agents)
  const { commit, problems, focus, prefix } = useToolEdits(index)
  const { definition, name } = readTool(tool)
  const called = typeof tool.agent === 'string' ? agents?.[tool.agent] : undefined
  const at = (path: string) => problems.filter((problem) => problem.path === `${prefix}.${path}`)
  const onFix = (problem: Problem) => applyProblemFix(actions, problem)
  if (definition === undefined) {
    return (
      <div className="flex flex-col gap-2 px-1 pt-1 pb-3">
        {problems.map((problem) => (
          <ProblemNote key={problem.message} problem={problem} onFix={() => onFix(problem)} />
        ))}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4 px-1 pt-1 pb-3">
      <ToolName name={name} index={index} problems={at('name')} onFix={onFix} disabled={disabled} />
      <SchemaForm
        slots={slots}
        keys={keys}
        fields={toolFields(definition, agents)}
        values={tool}
        prefix={prefix}
        problems={problems}
        focus={focus}
        disabled={disabled}
        onCommit={commit}
        onFix={onFix}
        onManageKeys={() => actions.setDialog('keys')}
      />
      {definition.isListed === true ? <McpTools tool={tool} disabled={disabled} /> : null}
      <ParametersEditor
        // What is no object is mended in the JSON view.
        schema={(tool.parameters ?? { type: 'object', properties: {} }) as JsonObject}
        slots={slots}
        disabled={disabled}
        problems={at('parameters')}
        onChange={(schema, pace) => commit('parameters', schema as Json, pace)}
      />
      {called === undefined ? null : (
        <Button
          size="sm"
          className="self-start"
          disabled={disabled}
          onClick={() => commit('parameters', inputSchemaOf(called), 'now')}
        >
          {t('Take the input of {name}', { name: called.name ?? String(tool.agent) })}
        </Button>
      )}
      <ApprovalField
        value={typeof tool.approval === 'string' ? tool.approval : 'never'}
        problems={at('approval')}
        onFix={onFix}
        disabled={disabled}
        onChange={(value, pace) => commit('approval', value === 'never' ? undefined : value, pace)}
      />
      <TryTool tool={tool} />
    </div>
  )
}

/** How changes of a tool reach the document, and what is wrong with it. */
function useToolEdits(index: number) {
  const actions = useActions()
  const [gesture] = useState(() => createGestures(() => performance.now()))
  const prefix = `tools[${index}]`
  const problems = useProblems().filter(
    (problem) => problem.agentId === undefined && problem.path?.startsWith(prefix) === true,
  )
  const asked = useEditor(({ session }) => session.focusField)
  const focus: FocusTarget | undefined =
    asked?.path?.startsWith(prefix) === true ? { path: asked.path, request: asked.request } : undefined
  const commit = (path: string, value: Json | undefined, pace: Pace) =>
    actions.edit(msg('Edit tool'), (agent) => setToolValue(agent, index, path, value), {
      merge: gesture(`${prefix}.${path}`, pace),
    })
  return { commit, problems, focus, prefix }
}

import {
  type AgentConfig,
  describeFields,
  type FieldSpec,
  graphConfigSchema,
  type JsonObject,
  loggingConfigSchema,
  memoryConfigSchema,
} from '@petal/core/model'
import { Switch } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type ReactNode, useId } from 'react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { AgentList } from './AgentList.tsx'
import { AgentSection } from './AgentSection.tsx'
import { setAgentValue } from './setAgentValue.ts'

const base = { required: false, advanced: false } as const
const identity: readonly FieldSpec[] = [
  { ...base, kind: 'text', name: 'name', title: msg('Name'), placeholder: msg('Untitled agent') },
  { ...base, kind: 'longText', name: 'description', title: msg('Description'), placeholder: msg('What it is for') },
]
const model: readonly FieldSpec[] = [
  {
    ...base,
    kind: 'model',
    name: 'llmConfig',
    title: msg('Default model'),
    description: msg('For every step that does not choose one itself.'),
  },
]
const memory = describeFields(memoryConfigSchema)
const graph = describeFields(graphConfigSchema)
const logging = describeFields(loggingConfigSchema)

/** The settings of the whole agent. `tools` draws its tools. */
export function AgentTab({ tools }: { readonly tools: ReactNode }) {
  const agent = useEditor(selectAgent)
  const disabled = useEditor((state) => state.session.readOnly !== undefined)
  return (
    <div data-history="document" className="flex flex-col">
      <AgentSection title={t('Agent')} fields={identity} values={identityOf(agent)} disabled={disabled} />
      <AgentList disabled={disabled} />
      <AgentSection
        title={t('Model')}
        fields={model}
        values={agent.llmConfig === null ? {} : { llmConfig: { ...agent.llmConfig } }}
        disabled={disabled}
      />
      {tools}
      <AgentSection
        title={t('Memory')}
        part="memory"
        fields={agent.memory === null ? [] : memory}
        values={memoryOf(agent)}
        disabled={disabled}
        lead={<MemorySwitch memory={agent.memory} disabled={disabled} />}
      />
      <AgentSection
        title={t('Graph')}
        part="graphConfig"
        fields={graph}
        values={{ ...agent.graphConfig }}
        disabled={disabled}
      />
      <AgentSection
        title={t('Log')}
        part="loggingConfig"
        fields={logging}
        values={{ ...agent.loggingConfig }}
        disabled={disabled}
      />
    </div>
  )
}

interface MemorySwitchProps {
  readonly memory: AgentConfig['memory']
  readonly disabled: boolean
}

function MemorySwitch({ memory: current, disabled }: MemorySwitchProps) {
  const actions = useActions()
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium text-ink-soft text-sm">
          {t('Limit what models remember')}
        </label>
        <p className="text-ink-faint text-sm">
          {current === null
            ? t('Off: every model step sees the whole conversation, and every run stands alone.')
            : t('On: model steps see a part of it, and a chat goes on with its thread.')}
        </p>
      </div>
      <Switch
        id={id}
        className="mt-0.5"
        checked={current !== null}
        disabled={disabled}
        onCheckedChange={(on) =>
          actions.edit(
            on ? msg('Limit the memory') : msg('Remember everything'),
            (agent) => setAgentValue(agent, 'memory', on ? { memoryType: 'buffer' } : null),
            'record',
          )
        }
      />
    </div>
  )
}

function memoryOf({ memory }: AgentConfig): JsonObject {
  const { search, ...rest } = memory ?? {}
  return { ...rest, ...(search === undefined ? {} : { search: { ...search } }) }
}

function identityOf({ name, description }: AgentConfig): JsonObject {
  return { ...(name === null ? {} : { name }), ...(description === undefined ? {} : { description }) }
}

import {
  type AgentConfig,
  defaultLLM,
  type ProviderModel,
  type ProviderRow,
  providerTable,
  StateTypeFactory,
  type ToolEntry,
} from '@petal/core/model'
import { t } from '@petal/ui/language'
import type {
  AgentChoice,
  FormSlots,
  ModelChoices,
  ProviderChoice,
  StateFieldChoice,
  StepTypeChoice,
  ToolChoice,
} from '@petal/ui/schema-form'
import { createContext, useContext, useMemo } from 'react'
import { agentTitle } from '../../editor/agentTitle.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { innerPlace } from '../../editor/innerPlace.ts'
import { selectAgent, selectFileAgent, selectSelection } from '../../editor/selectors.ts'
import { formatSize } from '../../look/formatSize.ts'
import { listStepChoices } from './listStepChoices.ts'
import { ModelNote } from './ModelNote.tsx'

/** What the app brings to every property form. */
interface FormParts {
  readonly slots: FormSlots
  readonly keys: readonly string[]
}

export const FormPartsContext = createContext<FormParts>({ slots: {}, keys: [] })

interface FormSurroundings extends FormParts {
  readonly stateFields: readonly StateFieldChoice[]
  readonly agents: readonly AgentChoice[]
  readonly stepTypes: readonly StepTypeChoice[]
  fieldsAt(path: string): readonly StateFieldChoice[]
  onOpenAgent(agentId: string): void
  readonly models: ModelChoices
  readonly tools: readonly ToolChoice[]
  onManageKeys(keyRef: string): void
  onManageTools(): void
}

/** What property forms know of the agent around them. `owner` is whose model settings are edited. */
export function useFormParts(owner: 'step' | 'agent'): FormSurroundings {
  const parts = useContext(FormPartsContext)
  const actions = useActions()
  const fields = useEditor((state) => selectAgent(state).stateType.fields)
  const editor = useEditorInstance()
  const agentModel = useEditor((state) => selectAgent(state).llmConfig)
  const tools = useEditor((state) => selectAgent(state).tools)
  const agents = useEditor((state) => selectFileAgent(state).agents)
  const choices = useMemo(() => Object.entries(agents ?? {}).map(([id, agent]) => toAgentChoice(id, agent)), [agents])
  return useMemo(
    () => ({
      ...parts,
      stateFields: toFieldChoices(fields),
      agents: choices,
      onOpenAgent: (agentId: string) => actions.showAgent(agentId),
      stepTypes: listStepChoices(editor),
      fieldsAt: (path: string) => {
        const stepId = selectSelection(editor.store.getState()).stepIds[0]
        const place = stepId === undefined ? undefined : innerPlace(editor, stepId, `${path}.`)
        return place === undefined ? [] : toFieldChoices(place.agent.stateType.fields)
      },
      models: {
        providers: listProviders(),
        inherited: owner === 'agent' ? defaultLLM : (agentModel ?? defaultLLM),
        inheritedFrom: owner === 'agent' || agentModel === null ? t('the built-in default') : t('the agent'),
        Note: ModelNote,
      },
      tools: (tools ?? []).flatMap(toToolChoice),
      onManageKeys: () => actions.setDialog('keys'),
      onManageTools: () => actions.focusField('tools'),
    }),
    [parts, actions, editor, fields, choices, agentModel, tools, owner],
  )
}

type Fields = AgentConfig['stateType']['fields']

function toFieldChoices(fields: Fields): readonly StateFieldChoice[] {
  return Object.entries(fields).map(([name, { type, description }]) => ({
    name,
    type,
    ...(description === undefined ? {} : { description }),
  }))
}

function toAgentChoice(id: string, agent: AgentConfig): AgentChoice {
  const { fields } = StateTypeFactory.createWithMessages(agent.stateType)
  return {
    id,
    label: agentTitle(agent, id),
    fields: toFieldChoices(fields).map((field) => ({ ...field, isInput: fields[field.name]?.input === true })),
  }
}

function toToolChoice({ name, description }: ToolEntry): readonly ToolChoice[] {
  if (typeof name !== 'string' || name === '') return []
  return [{ name, ...(typeof description === 'string' ? { description } : {}) }]
}

let providers: readonly ProviderChoice[] | undefined

/** The providers in the language of the page, which is known before the first form is drawn. */
function listProviders(): readonly ProviderChoice[] {
  providers ??= Object.entries(providerTable).map(([id, row]) => toChoice(id, row))
  return providers
}

function toChoice(id: string, row: ProviderRow): ProviderChoice {
  const { label, description, models, defaultModel, baseUrl, baseUrlEditable, keyRef, needsKey, notes } = row
  return {
    id,
    label: t(label),
    description: t(description),
    models: models.map(toModelChoice),
    defaultModel,
    baseUrlEditable,
    needsKey,
    notes: notes.map((note) => t(note)),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(keyRef === undefined ? {} : { keyRef }),
  }
}

/** A model that is downloaded before its first use says how much that is. */
function toModelChoice({ id, label, download }: ProviderModel) {
  const name = t(label)
  return { id, label: download === undefined ? name : `${name} · ${formatSize(download)}` }
}

import { defaultLLM, type ProviderRow, providerTable } from '@petal/core/model'
import type { FormSlots, ModelChoices, ProviderChoice, StateFieldChoice } from '@petal/ui/schema-form'
import { createContext, useContext, useMemo } from 'react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'

/** What the app brings to every property form. */
interface FormParts {
  readonly slots: FormSlots
  readonly keys: readonly string[]
}

export const FormPartsContext = createContext<FormParts>({ slots: {}, keys: [] })

interface FormSurroundings extends FormParts {
  readonly stateFields: readonly StateFieldChoice[]
  readonly models: ModelChoices
  onManageKeys(keyRef: string): void
}

/** What property forms know of the agent around them. `owner` is whose model settings are edited. */
export function useFormParts(owner: 'step' | 'agent'): FormSurroundings {
  const parts = useContext(FormPartsContext)
  const actions = useActions()
  const fields = useEditor((state) => selectAgent(state).stateType.fields)
  const agentModel = useEditor((state) => selectAgent(state).llmConfig)
  return useMemo(
    () => ({
      ...parts,
      stateFields: Object.entries(fields).map(([name, { type, description }]) => ({
        name,
        type,
        ...(description === undefined ? {} : { description }),
      })),
      models: {
        providers,
        inherited: owner === 'agent' ? defaultLLM : (agentModel ?? defaultLLM),
        inheritedFrom: owner === 'agent' || agentModel === null ? 'the built-in default' : 'the agent',
      },
      onManageKeys: () => actions.setDialog('keys'),
    }),
    [parts, actions, fields, agentModel, owner],
  )
}

const providers: readonly ProviderChoice[] = Object.entries(providerTable).map(([id, row]) => toChoice(id, row))

function toChoice(id: string, row: ProviderRow): ProviderChoice {
  const { label, description, models, defaultModel, baseUrl, baseUrlEditable, keyRef, needsKey, notes } = row
  return {
    id,
    label,
    description,
    models,
    defaultModel,
    baseUrlEditable,
    needsKey,
    notes,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(keyRef === undefined ? {} : { keyRef }),
  }
}

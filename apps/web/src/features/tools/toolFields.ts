import { type AgentConfig, describeFields, type FieldSpec, type ToolDefinition } from '@petal/core/model'
import { t } from '@petal/ui/language'

/** Drawn by parts of their own. */
const ownParts = ['kind', 'name', 'parameters', 'approval']

/** The fields of a kind of tool. An agent of the file is chosen from a list. */
export function toolFields({ schema }: ToolDefinition, agents: AgentConfig['agents'] = {}): readonly FieldSpec[] {
  const options = Object.entries(agents).map(([value, { name }]) => ({ value, label: name ?? value }))
  return describeFields(schema)
    .filter(({ name }) => !ownParts.includes(name))
    .map((field) =>
      field.name === 'agent' ? { ...field, kind: 'select', options, placeholder: t('Choose an agent') } : field,
    )
}

/** The arguments that give a called agent its input. */
export function inputSchemaOf({ stateType }: AgentConfig) {
  const inputs = Object.entries(stateType.fields).filter(([, { input }]) => input === true)
  const required = inputs.filter(([, field]) => field.default === undefined).map(([name]) => name)
  const types = { messages: 'array', any: undefined } as const
  return {
    type: 'object',
    properties: Object.fromEntries(
      inputs.map(([name, { type, description }]) => {
        const jsonType = type === 'messages' || type === 'any' ? types[type] : type
        return [
          name,
          {
            ...(jsonType === undefined ? {} : { type: jsonType }),
            ...(description === undefined ? {} : { description }),
          },
        ]
      }),
    ),
    ...(required.length === 0 ? {} : { required }),
  }
}

import * as z from 'zod'

const kinds = ['field', 'template', 'expression'] as const
const conversations = ['own', 'given', 'shared'] as const

/** The settings of a step that calls another agent. */
export const subagentSchema = z.object({
  agent: z.string().default('').meta({
    title: 'Agent',
    description: 'The agent of this file to call.',
    widget: 'agent',
  }),
  inputs: z
    .array(
      z.object({
        input: z.string().default('').meta({
          title: 'Input of the agent',
          widget: 'agentField',
          agentFrom: 'agent',
          agentPart: 'inputs',
        }),
        kind: z
          .enum(kinds)
          .default('field')
          .meta({ title: 'Takes', labels: { field: 'A field', template: 'A text', expression: 'An expression' } }),
        field: z
          .string()
          .default('')
          .meta({
            title: 'Field',
            description: 'The field of this state whose value goes in.',
            widget: 'stateField',
            visibleWhen: { field: 'kind', in: ['field'] },
          }),
        value: z
          .string()
          .default('')
          .meta({
            title: 'Value',
            description: 'A text such as "Check: {draft}", or an expression such as first(drafts).',
            widget: 'prompt',
            visibleWhen: { field: 'kind', in: ['template', 'expression'] },
          }),
      }),
    )
    .default([])
    .meta({
      title: 'Inputs',
      description: 'An input of the agent that is not listed takes the field of the same name.',
      itemTitle: 'input',
    }),
  outputs: z
    .array(
      z.object({
        output: z.string().default('').meta({
          title: 'Field of the agent',
          widget: 'agentField',
          agentFrom: 'agent',
          agentPart: 'all',
        }),
        field: z.string().default('').meta({
          title: 'Goes into',
          description: 'The field of this state to write.',
          widget: 'stateField',
        }),
      }),
    )
    .default([])
    .meta({
      title: 'Outputs',
      description: 'Empty: every field that both have and that is no input of the agent.',
      itemTitle: 'output',
    }),
  conversation: z
    .enum(conversations)
    .default('own')
    .meta({
      title: 'Conversation',
      labels: { own: 'Begins its own', given: 'Sees the one so far', shared: 'Takes part in the one so far' },
      advanced: true,
    }),
})

/** The settings of a step that calls another agent, defaults filled in. */
export type SubagentConfig = z.infer<typeof subagentSchema>

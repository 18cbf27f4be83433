import * as z from 'zod'
import { jsonObjectSetting } from '../../step/jsonObjectSetting.ts'
import { toolsSetting } from '../../step/toolsSetting.ts'

const whenCalls = { field: 'mode', in: ['calls'] }
const whenFixed = { field: 'mode', in: ['fixed'] }

/** The settings of a step that runs tools. */
export const toolSchema = z.object({
  mode: z
    .enum(['calls', 'fixed'])
    .default('calls')
    .meta({ title: 'What it runs', labels: { calls: 'The calls of the last message', fixed: 'One tool' } }),
  tools: toolsSetting({
    description: 'The tools that may be called. Calls of others are refused.',
    visibleWhen: whenCalls,
  }),
  tool: z.string().default('').meta({ title: 'Tool', widget: 'toolName', visibleWhen: whenFixed }),
  args: jsonObjectSetting().default({}).meta({
    title: 'Arguments',
    description: 'JSON whose texts may hold {fields} of the state; a text that is one {field} becomes its value.',
    widget: 'json',
    visibleWhen: whenFixed,
  }),
  writes: z.string().default('').meta({
    title: 'Save the result in',
    description: 'A field of the state for the result.',
    widget: 'stateField',
    visibleWhen: whenFixed,
  }),
  scratchpadKey: z.string().default('').meta({
    title: 'Note results in',
    description: 'A text field of the state: each result is added to it as an observation.',
    widget: 'stateField',
    advanced: true,
    visibleWhen: whenCalls,
  }),
})

export type ToolConfig = z.infer<typeof toolSchema>

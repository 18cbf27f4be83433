import * as z from 'zod'
import { jsonObjectSetting } from '../../step/jsonObjectSetting.ts'
import { jsonSetting } from '../../step/jsonSetting.ts'

const itemFaults = ['fail', 'skip', 'default'] as const

/** The settings of a map. */
export const mapSchema = z.object({
  over: z.string().default('').meta({
    title: 'For each item of',
    description: 'A field of the state that holds a list.',
    widget: 'stateField',
  }),
  agent: z.string().default('').meta({
    title: 'Run the agent',
    description: 'An agent of this file. Leave it empty to run one step instead.',
    widget: 'agent',
    placeholder: 'None: the step below',
  }),
  step: z
    .object({
      strategyType: z.string().default(''),
      nodeName: z.string().exactOptional(),
      config: jsonObjectSetting().default({}),
    })
    .default({ strategyType: '', config: {} })
    .meta({
      title: 'Run the step',
      description: 'What is done with each item.',
      widget: 'step',
      visibleWhen: { field: 'agent', in: [''] },
    }),
  itemField: z.string().default('item').meta({
    title: 'Give the item as',
    description: 'The name of the field in which the agent or the step finds it: {item} in a prompt.',
    widget: 'agentField',
    agentFrom: 'agent',
    agentPart: 'inputs',
    placeholder: 'item',
  }),
  indexField: z.string().default('index').meta({
    title: 'Give its number as',
    description: 'Counted from 0. An agent that has no such field is not given it.',
    advanced: true,
  }),
  inputs: z
    .array(
      z.object({
        from: z.string().default('').meta({ title: 'Field', widget: 'stateField' }),
        to: z.string().default('').meta({
          title: 'Under the name',
          description: 'Empty: the same name.',
          widget: 'agentField',
          agentFrom: 'agent',
          agentPart: 'inputs',
          placeholder: 'the same name',
        }),
      }),
    )
    .default([])
    .meta({ title: 'Pass along', description: 'Further fields that each item is done with.', itemTitle: 'from' }),
  output: z.string().default('').meta({
    title: 'Result of an item',
    description: 'The field that holds it. Empty: all fields of the agent; of a step, what it wrote.',
    widget: 'agentField',
    agentFrom: 'agent',
    placeholder: 'what the step wrote',
  }),
  writes: z.string().default('').meta({
    title: 'Save the results in',
    description: 'The list of results, in the order of the items.',
    widget: 'stateField',
  }),
  concurrency: z.int().min(1).max(64).default(4).meta({ title: 'At once', description: 'Items done side by side.' }),
  onItemError: z
    .enum(itemFaults)
    .default('fail')
    .meta({
      title: 'When an item fails',
      labels: { fail: 'The step fails', skip: 'Leave it out', default: 'Use another value' },
    }),
  defaultValue: jsonSetting()
    .default(null)
    .meta({
      title: 'Value instead',
      description: 'Stands in the list for an item that failed.',
      visibleWhen: { field: 'onItemError', in: ['default'] },
    }),
})

/** The settings of a map, defaults filled in. */
export type MapConfig = z.infer<typeof mapSchema>

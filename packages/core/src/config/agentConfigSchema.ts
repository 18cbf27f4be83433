import * as z from 'zod'
import { t } from '../language/t.ts'
import { decimal, dictionary, jsonObject, list, text } from '../schema/fieldSchemas.ts'
import { stateTypeSchema } from '../state/stateTypeSchema.ts'
import { FORMAT_VERSION } from './AgentConfig.ts'
import { checkpointerConfigSchema } from './checkpointerConfigSchema.ts'
import { edgeConfigSchema } from './edgeConfigSchema.ts'
import { graphConfigSchema } from './graphConfigSchema.ts'
import { stepIdPattern } from './isStepId.ts'
import { llmConfigSchema } from './llmConfigSchema.ts'
import { loggingConfigSchema } from './loggingConfigSchema.ts'
import { memoryConfigSchema } from './memoryConfigSchema.ts'
import { stepConfigSchema } from './stepConfigSchema.ts'

const position = z
  .tuple([decimal(), decimal(), z.literal('pinned').exactOptional()], {
    error: () => t('Input should be a position: [x, y], or [x, y, "pinned"]'),
  })
  .meta({ description: 'x and y of a card, in pixels at 100 %; pinned: it stays there when others are put in order.' })

const agentShape = {
  $schema: text().exactOptional(),
  version: z
    .literal(FORMAT_VERSION, {
      error: () => t('version must be {version}', { version: FORMAT_VERSION }),
    })
    .default(FORMAT_VERSION),
  name: text().nullable().default(null).meta({ title: 'Name' }),
  description: text().exactOptional().meta({ title: 'Description' }),
  stateType: stateTypeSchema,
  llmConfig: llmConfigSchema.nullable().default(null).meta({ title: 'Model' }),
  memory: memoryConfigSchema.nullable().default(null).meta({ title: 'Memory' }),
  graphConfig: graphConfigSchema.prefault({}).meta({ title: 'Graph' }),
  loggingConfig: loggingConfigSchema.prefault({}).meta({ title: 'Log' }),
  checkpointer: checkpointerConfigSchema.nullable().default(null).meta({ title: 'Remembering runs' }),
  tools: z.array(jsonObject(), list).exactOptional(),
  steps: z.array(stepConfigSchema, list).default([]),
  edges: z.array(edgeConfigSchema, list).exactOptional(),
  notes: z.array(jsonObject(), list).exactOptional(),
  groups: z.array(jsonObject(), list).exactOptional(),
  layout: z.record(z.string(), position, dictionary).default({}),
}

const innerAgent = z.looseObject(agentShape, dictionary).meta({
  title: 'Agent',
  description: 'An agent that steps and tools of this file call.',
})

/**
 * A whole agent file. Keys it does not know are kept. Text from outside goes through `parseAgentConfig`, which checks
 * size, depth and keys before this schema sees it.
 */
export const agentConfigSchema = z.looseObject(
  {
    ...agentShape,
    agents: z
      .record(z.string().regex(stepIdPattern, { error: agentIdMessage }), innerAgent, dictionary)
      .exactOptional()
      .meta({ title: 'Agents of this file', description: 'By id, as steps and tools name them.' }),
  },
  dictionary,
)

function agentIdMessage(issue: { readonly input?: unknown }): string {
  return t('The id of an agent must be 1 to 64 lower-case letters, digits, - or _ (it is {id})', {
    id: JSON.stringify(issue.input),
  })
}

/** Most steps an agent may have. */
export const MAX_STEPS = 10_000

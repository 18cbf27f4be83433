import * as z from 'zod'
import { dictionary, jsonObject, oneOf, text } from '../schema/fieldSchemas.ts'

const actions = ['stop', 'continue', 'exit'] as const

/** What becomes of the run when a step has failed for good. */
export const errorConfigSchema = z.looseObject(
  {
    action: oneOf('action', actions)
      .default('stop')
      .meta({
        title: 'When it fails',
        labels: { stop: 'Stop the run', continue: 'Go on', exit: 'Leave by “Error”' },
      }),
    update: jsonObject()
      .exactOptional()
      .meta({
        title: 'Values instead',
        description: 'What is written in the place of what the step would have written: { "answer": "…" }.',
        widget: 'json',
        visibleWhen: { field: 'action', in: ['continue', 'exit'] },
      }),
    writes: text()
      .exactOptional()
      .meta({
        title: 'Save the problem in',
        description: 'The field gets { code, message }.',
        widget: 'stateField',
        visibleWhen: { field: 'action', in: ['continue', 'exit'] },
      }),
  },
  dictionary,
)

import * as z from 'zod'
import { atLeast, dictionary, flag, integer, oneOf } from '../schema/fieldSchemas.ts'

const graphTypes = ['linear', 'branching', 'parallel', 'conditional'] as const

/** How the graph runs. */
export const graphConfigSchema = z.looseObject(
  {
    graphType: oneOf('graphType', graphTypes).default('linear').meta({
      title: 'Shape',
      description: 'The shape the edges are meant to have; others are reported.',
      advanced: true,
    }),
    allowParallel: flag().default(false).meta({
      title: 'Allow parallel branches',
      description: 'Lists and objects that parallel branches write are then combined, not refused.',
      advanced: true,
    }),
    maxRetries: integer().min(0, atLeast(0)).default(3).meta({
      title: 'Retries',
      description: 'Tries after the first, per step, when a server fails.',
    }),
    recursionLimit: integer().min(1, atLeast(1)).default(25).meta({
      title: 'Most rounds',
      description: 'How many rounds of steps one run may take; bounds every loop.',
    }),
  },
  dictionary,
)

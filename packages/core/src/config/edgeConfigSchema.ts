import * as z from 'zod'
import { atLeast, dictionary, integer, text } from '../schema/fieldSchemas.ts'

/** A way from one step to another. */
export const edgeConfigSchema = z.looseObject(
  {
    from: text().meta({ title: 'From', description: 'A step id, or START.' }),
    exit: text().exactOptional().meta({ title: 'Exit', description: 'The output port; without it, any.' }),
    to: text().meta({ title: 'To', description: 'A step id, or END.' }),
    maxTurns: integer().min(1, atLeast(1)).exactOptional().meta({
      title: 'Most turns',
      description: 'For an edge that leads back: how many turns the loop may have each time it is entered.',
    }),
    leaveBy: text().exactOptional().meta({
      title: 'Then leave by',
      description: 'The exit that is taken when the loop had all its turns. Without it the run fails then.',
    }),
  },
  dictionary,
)

import * as z from 'zod'
import { dictionary, text } from '../schema/fieldSchemas.ts'

/** A way from one step to another. */
export const edgeConfigSchema = z.looseObject(
  {
    from: text().meta({ title: 'From', description: 'A step id, or START.' }),
    exit: text().exactOptional().meta({ title: 'Exit', description: 'The output port; without it, any.' }),
    to: text().meta({ title: 'To', description: 'A step id, or END.' }),
  },
  dictionary,
)

import * as z from 'zod'
import { keySettings } from './keySettings.ts'
import { toolShape } from './toolShape.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The settings of a tool that makes a request. */
export const httpToolSchema = z.object({
  ...toolShape,
  kind: z.literal('http'),
  method: z.enum(methods).default('GET').meta({ title: 'Method' }),
  url: z.string().default('').meta({
    title: 'Address',
    description: 'With {arguments} after the host, each written as one part of the address.',
    placeholder: 'https://example.org/search?q={query}',
  }),
  headers: z.record(z.string(), z.string()).default({}).meta({
    title: 'Headers',
    description: 'Never put a secret here: name a key below.',
  }),
  body: z
    .json()
    .optional()
    .meta({
      title: 'Body',
      description: 'JSON whose texts may hold {arguments}. Without it, all arguments are sent as JSON.',
      widget: 'json',
      visibleWhen: { field: 'method', in: ['POST', 'PUT', 'PATCH', 'DELETE'] },
    }),
  ...keySettings,
})

/** The settings of a tool that makes a request. */
export type HttpToolConfig = z.infer<typeof httpToolSchema>

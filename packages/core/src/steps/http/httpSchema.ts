import * as z from 'zod'
import { httpMethods } from '../../http/HttpRequest.ts'
import { isJson } from '../../json/isJson.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'

/** Methods that carry a body. */
export const withBody = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

function pairs(title: string, description: string, placeholder: string) {
  return z
    .array(
      z.object({
        name: z.string().default('').meta({ title: 'Name', placeholder }),
        value: z.string().default('').meta({ title: 'Value', widget: 'prompt' }),
      }),
    )
    .default([])
    .meta({ title, description, itemTitle: 'name' })
}

/** The settings of a request step. */
export const httpSchema = z.object({
  method: z.enum(httpMethods).default('GET').meta({ title: 'Method' }),
  url: z.string().default('').meta({
    title: 'Address',
    description: 'With {fields} of the state; their values are encoded for an address.',
    widget: 'prompt',
    placeholder: 'https://api.example.com/items/{id}',
  }),
  query: pairs('Query', 'Added to the address after a question mark, encoded.', 'q'),
  headers: pairs('Headers', 'Never write a secret here: save it as a key, below.', 'Accept-Language'),
  body: z
    .enum(['none', 'json', 'text'])
    .default('none')
    .meta({
      title: 'Body',
      labels: { none: 'None', json: 'JSON', text: 'Text' },
      visibleWhen: { field: 'method', in: [...withBody] },
    }),
  json: z
    .custom<Json>(isJson, { error: () => t('This must be JSON.') })
    .default({})
    .meta({
      title: 'JSON',
      description:
        'Texts may have {fields}. A text that is one {field} and nothing else becomes the value itself: a list, a number.',
      widget: 'json',
      visibleWhen: { field: 'body', in: ['json'] },
    }),
  text: z
    .string()
    .default('')
    .meta({ title: 'Text', widget: 'prompt', visibleWhen: { field: 'body', in: ['text'] } }),
  key: z
    .object({
      keyRef: z.string().default('').meta({
        title: 'Key',
        description: 'The name of a saved key. It is sent to the host it was saved for, and nowhere else.',
        widget: 'key',
      }),
      header: z.string().default('Authorization').meta({ title: 'Header' }),
      prefix: z.string().default('Bearer ').meta({ title: 'Before the key' }),
    })
    .optional()
    .meta({ title: 'Send a key' }),
  answer: z
    .enum(['json', 'text'])
    .default('json')
    .meta({ title: 'Take the answer as', labels: { json: 'JSON', text: 'Text' } }),
  saves: z
    .array(
      z.object({
        part: z
          .enum(['body', 'status', 'header'])
          .default('body')
          .meta({ title: 'Part', labels: { body: 'Body', status: 'Status', header: 'Header' } }),
        path: z
          .string()
          .default('')
          .meta({
            title: 'Path',
            description: 'data.items[0].name, or the name of a header. Empty: the whole body.',
            placeholder: 'data.items[0].name',
            visibleWhen: { field: 'part', in: ['body', 'header'] },
          }),
        field: z.string().default('').meta({ title: 'Save it in', widget: 'stateField' }),
      }),
    )
    .default([])
    .meta({ title: 'Save', description: 'Which parts of the answer go into which fields.', itemTitle: 'field' }),
  acceptErrors: z.boolean().default(false).meta({
    title: 'Take any status as an answer',
    description: 'Otherwise a status of 400 and above is a fault.',
    advanced: true,
  }),
  timeoutSeconds: z.number().min(1).max(600).default(30).meta({
    title: 'Time for an answer',
    description: 'In seconds.',
    advanced: true,
  }),
  maxKilobytes: z.int().min(1).max(50_000).default(2_000).meta({
    title: 'Largest answer',
    description: 'In kilobytes.',
    advanced: true,
  }),
  followRedirects: z.boolean().default(false).meta({
    title: 'Follow redirects',
    description: 'Go where the server sends the request on to, also to another host. Never with a key.',
    advanced: true,
  }),
  repeat: z
    .boolean()
    .default(false)
    .meta({
      title: 'May be repeated',
      description: 'Try again after a fault that may pass, although the request may have changed something already.',
      advanced: true,
      visibleWhen: { field: 'method', in: [...withBody] },
    }),
})

/** The settings of a request step, defaults filled in. */
export type HttpConfig = z.infer<typeof httpSchema>

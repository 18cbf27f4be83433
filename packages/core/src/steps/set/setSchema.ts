import * as z from 'zod'

const kinds = ['template', 'expression'] as const

/** The settings of a step that computes fields. */
export const setSchema = z.object({
  values: z
    .array(
      z.object({
        field: z.string().default('').meta({
          title: 'Field',
          description: 'The field of the state to write.',
          widget: 'stateField',
        }),
        kind: z
          .enum(kinds)
          .default('template')
          .meta({ title: 'As', labels: { template: 'Text with fields in braces', expression: 'Expression' } }),
        value: z.string().default('').meta({
          title: 'Value',
          description: 'A text such as "Dear {name}", or an expression such as price * count.',
          widget: 'prompt',
          placeholder: 'Dear {name}',
        }),
      }),
    )
    .default([])
    .meta({
      title: 'Values',
      description: 'Computed from top to bottom; each may use the ones above it.',
      itemTitle: 'field',
    }),
})

export type SetConfig = z.infer<typeof setSchema>

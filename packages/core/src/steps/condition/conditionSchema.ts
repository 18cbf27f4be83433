import * as z from 'zod'

/** The way out when no branch holds. */
export const OTHERWISE = 'else'

/** The settings of a step that chooses a way by rules. */
export const conditionSchema = z.object({
  branches: z
    .array(
      z.object({
        name: z.string().default('').meta({
          title: 'Name',
          description: 'Names the way out.',
          placeholder: 'long',
        }),
        when: z.string().default('').meta({
          title: 'When',
          description: 'Such as: score > 5 and category == "refund"',
          widget: 'expression',
          placeholder: 'length(text) > 100',
        }),
      }),
    )
    .default([{ name: 'yes', when: '' }])
    .meta({
      title: 'Branches',
      description: 'Tried from top to bottom; the first that holds is taken. If none does: Otherwise.',
      itemTitle: 'name',
    }),
})

export type ConditionConfig = z.infer<typeof conditionSchema>

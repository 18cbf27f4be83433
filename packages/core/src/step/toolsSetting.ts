import * as z from 'zod'
import type { FieldMeta } from '../fields/FieldSpec.ts'

/** Names of the agent's tools that a step uses. A function, so that each step says what it does with them. */
export function toolsSetting(meta: Pick<FieldMeta, 'description' | 'visibleWhen'>) {
  return z
    .array(z.string())
    .default([])
    .meta({ title: 'Tools', widget: 'toolList', ...meta })
}

import { DeltaValue, ReducedValue, StateSchema, type StateSchemaFields } from '@langchain/langgraph'
import * as z from 'zod'
import { createDefaultValue } from '../state/createDefaultValue.ts'
import { effectiveReducer } from '../state/effectiveReducer.ts'
import type { StateField } from '../state/StateType.ts'
import type { AgentPlan } from './AgentPlan.ts'
import { keepsSummaries, MEMORY_KEY, mergeSummaries, type Summaries } from './memory/ThreadMemory.ts'
import { deepFreeze } from './run/deepFreeze.ts'
import { findLoops } from './run/findLoops.ts'
import { appendItems, appendMessages, mergeObjects } from './run/reduceField.ts'
import { addSchedule, SCHEDULE_KEY, type Schedule } from './run/schedule.ts'
import { addTurns, TURNS_KEY, type Turns } from './run/Turns.ts'

/** What a graph remembers: the declared fields, which it also gives out, and what it keeps for itself. */
export function createGraphState(plan: AgentPlan) {
  const entries = Object.entries(plan.stateType.fields).map(([name, field]) => [name, toSchemaField(field)])
  const fields: StateSchemaFields = Object.fromEntries(entries)
  const all = {
    ...fields,
    ...(plan.steps.some(({ join }) => join) ? { [SCHEDULE_KEY]: scheduleField } : {}),
    ...(findLoops(plan).length > 0 ? { [TURNS_KEY]: turnsField } : {}),
    ...(keepsSummaries(plan.agent) ? { [MEMORY_KEY]: memoryField } : {}),
  }
  return { state: new StateSchema(all), output: new StateSchema(fields) }
}

const scheduleField = new ReducedValue(
  z.custom<Schedule>().default({ superstep: Number.MIN_SAFE_INTEGER, stepIds: [] }),
  { reducer: addSchedule },
)

const turnsField = new ReducedValue(z.custom<Turns>().default({}), { reducer: addTurns })

const memoryField = growing(
  z.custom<Summaries>().default({}),
  z.unknown(),
  (current: Summaries, writes: readonly Summaries[]) => mergeSummaries(current, writes),
)

/**
 * Reduced fields keep only what is new in each checkpoint, so that a long loop does not store its history over and
 * over. Values were checked before they come here, so the schema says the type to others and checks no more.
 */
function toSchemaField(field: StateField): StateSchemaFields[string] {
  const start = createDefaultValue(field)
  const bare = z
    .unknown()
    .refine((value) => value !== undefined)
    .meta(describe(field))
  const schema = start === undefined ? bare : bare.default(deepFreeze(start))
  const inputSchema = z.unknown().meta(describe(field))
  switch (effectiveReducer(field)) {
    case 'append':
      if (field.type === 'messages') return growing(schema, inputSchema, appendMessages)
      return growing(schema, inputSchema, appendItems)
    case 'merge':
      return growing(schema, inputSchema, mergeObjects)
    case 'add':
      return new ReducedValue(schema, { inputSchema, reducer: (current, next) => Number(current) + Number(next) })
    case 'replace':
      return schema
  }
}

/** Zod knows these values as unknown; what is in the channel was checked on its way to this very field. */
function growing<Value, Write>(
  schema: z.ZodType,
  inputSchema: z.ZodType,
  reduce: (current: Value, writes: readonly Write[]) => Value,
): DeltaValue<unknown, unknown> {
  return new DeltaValue(schema, {
    inputSchema,
    reducer: (current, writes) => reduce(current as Value, writes as readonly Write[]),
  })
}

function describe({ type, description }: StateField): { type?: string; description?: string } {
  return {
    ...(type === 'any' ? {} : { type: type === 'messages' ? 'array' : type }),
    ...(description === undefined ? {} : { description }),
  }
}

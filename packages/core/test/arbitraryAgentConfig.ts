import fc from 'fast-check'
import { type AgentConfig, type EdgeConfig, providerNames, type StepConfig } from '../src/config/AgentConfig.ts'
import { graphConfigSchema } from '../src/config/graphConfigSchema.ts'
import { loggingConfigSchema } from '../src/config/loggingConfigSchema.ts'
import { memoryConfigSchema } from '../src/config/memoryConfigSchema.ts'
import { isUnsafeKey } from '../src/json/isUnsafeKey.ts'
import type { Json } from '../src/json/Json.ts'
import { embeddingProviders } from '../src/models/Embedder.ts'
import { isFieldName } from '../src/state/isFieldName.ts'
import { fieldTypes, reducers, type StateField } from '../src/state/StateType.ts'

/** Any text, also with line breaks, quotes, emoji and lone surrogates. */
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'ü\n"x"', '{question}', '\ud800'),
)

const safeKey = fc.string({ minLength: 1, maxLength: 12 }).filter((key) => !isUnsafeKey(key))

/** Plain JSON as files hold it: no keys that reach a prototype, no -0. */
export const arbitraryJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(safeKey, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value

const jsonObject = fc.dictionary(safeKey, arbitraryJson, { maxKeys: 5, noNullPrototype: true })

/** Keys the format does not know; the prefix keeps them apart from those it does. */
const unknownKeys = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc.dictionary(
    safeKey.map((key) => `x-${key}`),
    arbitraryJson,
    { maxKeys: 2, noNullPrototype: true },
  ),
)

/** `value` with some keys the format does not know. */
function withUnknown<T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.tuple(value, unknownKeys).map(([known, unknown]) => ({ ...known, ...unknown }))
}

export const arbitraryStepId = fc
  .string({ unit: fc.constantFrom(...'abz019_-'), minLength: 1, maxLength: 8 })
  .filter((id) => !isUnsafeKey(id))

const fieldName = fc
  .string({ unit: fc.constantFrom(...'abXY_09'), minLength: 1, maxLength: 6 })
  .filter((name) => isFieldName(name))

const stateField: fc.Arbitrary<StateField> = withUnknown(
  fc.record(
    {
      type: fc.constantFrom(...fieldTypes),
      reducer: fc.constantFrom(...reducers),
      default: arbitraryJson,
      input: fc.constant(true),
      description: text,
      schema: jsonObject,
    },
    { requiredKeys: ['type'] },
  ),
)

const llmConfig = withUnknown(
  fc.record(
    {
      provider: fc.constantFrom(...providerNames),
      model: text,
      temperature: fc.constantFrom(0, 0.7, 2),
      maxTokens: fc.integer({ min: 1 }),
      baseUrl: text,
      keyRef: text,
    },
    { requiredKeys: ['provider', 'model', 'temperature', 'maxTokens'] },
  ),
)

const search = withUnknown(
  fc.record(
    {
      by: fc.constantFrom('words', 'meaning'),
      provider: fc.constantFrom(...embeddingProviders),
      model: text,
      baseUrl: text,
      keyRef: text,
    },
    { requiredKeys: ['by'] },
  ),
)

const memory = withUnknown(
  fc.record(
    {
      memoryType: fc.constantFrom(...memoryConfigSchema.shape.memoryType.options),
      maxTokens: fc.integer({ min: 1 }),
      llmConfig: withUnknown(
        fc.record(
          { provider: fc.constantFrom(...providerNames), model: text, maxTokens: fc.integer({ min: 1 }), keyRef: text },
          { requiredKeys: [] },
        ),
      ),
      search,
      enabled: fc.boolean(),
    },
    { requiredKeys: ['memoryType', 'maxTokens', 'enabled'] },
  ),
)

const graphConfig = withUnknown(
  fc.record({
    graphType: fc.constantFrom(...graphConfigSchema.shape.graphType.unwrap().options),
    allowParallel: fc.boolean(),
    maxRetries: fc.nat(),
    recursionLimit: fc.constantFrom(1, 25, 50),
  }),
)

const loggingConfig = withUnknown(
  fc.record({
    enabled: fc.boolean(),
    level: fc.constantFrom(...loggingConfigSchema.shape.level.unwrap().options),
    includeState: fc.boolean(),
  }),
)

const checkpointer = withUnknown(
  fc.record({
    type: fc.constantFrom('memory', 'postgres', 'sqlite'),
    config: fc.option(jsonObject),
    enabled: fc.boolean(),
  }),
)

const step: fc.Arbitrary<StepConfig> = withUnknown(
  fc.record(
    {
      id: arbitraryStepId,
      strategyType: fc.constantFrom('llm', 'custom', 'not-known'),
      config: jsonObject,
      nodeName: text,
      timeout: fc.integer({ min: 1 }),
    },
    { requiredKeys: ['id', 'strategyType', 'config'] },
  ),
)

const stepEnd = fc.oneof(arbitraryStepId, fc.constantFrom('START', 'END'))

export const arbitraryEdge: fc.Arbitrary<EdgeConfig> = fc.record(
  { from: stepEnd, exit: text, to: stepEnd },
  { requiredKeys: ['from', 'to'] },
)

const coordinate = fc.integer({ min: -10_000, max: 10_000 })

/** Any configuration that a file can hold, also with edges and positions of steps that are not there. */
export const arbitraryAgentConfig: fc.Arbitrary<AgentConfig> = withUnknown(
  fc.record(
    {
      version: fc.constant(1),
      name: fc.option(text),
      description: text,
      stateType: withUnknown(
        fc.record({ name: text, fields: fc.dictionary(fieldName, stateField, { maxKeys: 4, noNullPrototype: true }) }),
      ),
      steps: fc.uniqueArray(step, { maxLength: 5, selector: ({ id }) => id }),
      edges: fc.array(withUnknown(arbitraryEdge), { maxLength: 4 }),
      memory: fc.option(memory),
      graphConfig,
      llmConfig: fc.option(llmConfig),
      loggingConfig,
      checkpointer: fc.option(checkpointer),
      tools: fc.array(jsonObject, { maxLength: 2 }),
      layout: fc.dictionary(arbitraryStepId, fc.tuple(coordinate, coordinate), { maxKeys: 5, noNullPrototype: true }),
      notes: fc.array(jsonObject, { maxLength: 2 }),
      groups: fc.array(jsonObject, { maxLength: 2 }),
    },
    {
      requiredKeys: [
        'version',
        'name',
        'stateType',
        'steps',
        'memory',
        'graphConfig',
        'llmConfig',
        'loggingConfig',
        'checkpointer',
        'layout',
      ],
    },
  ),
)

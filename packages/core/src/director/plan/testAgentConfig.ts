import * as z from 'zod'
import type { AgentConfig, EdgeConfig, StepConfig } from '../../config/AgentConfig.ts'
import { createAgentConfig } from '../../config/createAgentConfig.ts'
import type { Problem, ProblemCode, Severity } from '../../errors/Problem.ts'
import type { Json } from '../../json/Json.ts'
import { createDefaultRegistry } from '../../registry/createDefaultRegistry.ts'
import type { StepRegistry } from '../../registry/StepRegistry.ts'
import type { StateField } from '../../state/StateType.ts'
import { defineStep } from '../../step/defineStep.ts'
import { isList, isRecord } from '../../templates/resolvePath.ts'

/** An agent for tests. `steps` are plain ones of the type `write` unless they say otherwise. */
export interface TestAgent {
  readonly fields?: Readonly<Record<string, StateField>>
  readonly steps: Readonly<Record<string, Partial<StepConfig>>>
  /** Such as `START>a a.x>b,c c>END`; without it the steps run in order. */
  readonly edges?: string
  readonly more?: Partial<AgentConfig>
}

/** A configuration from few words. */
export function toTestConfig({ fields = {}, steps, edges, more }: TestAgent): AgentConfig {
  return {
    ...createAgentConfig({ name: 'TestState', fields }),
    steps: Object.entries(steps).map(([id, step]) => ({ id, strategyType: 'write', config: {}, ...step })),
    ...(edges === undefined ? {} : { edges: toEdges(edges) }),
    ...more,
  }
}

function toEdges(text: string): readonly EdgeConfig[] {
  return text.split(' ').flatMap((way) => {
    const [source = '', targets = ''] = way.split('>')
    const [from = '', exit] = source.split('.')
    return targets.split(',').map((to) => ({ from, ...(exit === undefined ? {} : { exit }), to }))
  })
}

const names = z.array(z.string()).default([])

/** A plain step: reads and writes what it is told, with one text of each language. */
const writeStep = defineStep({
  name: 'write',
  version: 1,
  title: 'Write',
  description: 'For tests.',
  category: 'data',
  icon: 'pen',
  schema: z.object({
    reads: names,
    writes: names,
    prompt: z.string().default(''),
    when: z.string().default('true'),
    fault: z.string().default(''),
  }),
  reads: ({ reads }) => reads,
  writes: ({ writes }) => writes,
  texts: ({ prompt, when }) => [
    { path: 'config.prompt', text: prompt, language: 'template', provided: ['given'] },
    { path: 'config.when', text: when, language: 'expression' },
  ],
  validate: ({ fault }, { stepId, agent }) => {
    if (fault === 'throw') throw new Error('broken')
    const message = `${fault} in ${stepId} of ${agent.steps.length}`
    const fix = { label: 'Remove the fault', change: { path: 'config.fault', value: '' } }
    return fault === '' ? [] : [{ code: 'step.config', severity: 'warning', path: 'config.fault', message, fix }]
  },
  summarize: () => 'Write',
  run: () => undefined,
})

/** A step that leaves by one of the exits it names. */
const chooseStep = defineStep({
  name: 'choose',
  version: 1,
  title: 'Choose',
  description: 'For tests.',
  category: 'logic',
  icon: 'split',
  schema: z.object({ exits: z.array(z.string()).default(['x', 'y']) }),
  ports: ({ exits }) => ({
    inputs: [{ id: 'in', label: 'In' }],
    outputs: exits.map((id) => ({ id, label: `Exit ${id}` })),
  }),
  writes: () => [],
  summarize: () => 'Choose',
  run: () => undefined,
})

/** A step that may write anything. */
const codeStep = defineStep({
  name: 'opaque',
  version: 1,
  title: 'Opaque',
  description: 'For tests.',
  category: 'code',
  icon: 'code',
  schema: z.object({}),
  summarize: () => 'Opaque',
  run: () => undefined,
})

/** A step that reads a field which none of its settings names. */
const peekStep = defineStep({
  name: 'peek',
  version: 1,
  title: 'Peek',
  description: 'For tests.',
  category: 'data',
  icon: 'eye',
  schema: z.object({}),
  reads: () => ['hidden'],
  writes: () => [],
  summarize: () => 'Peek',
  run: () => undefined,
})

/** The built-in steps, with `write`, `choose`, `opaque` and `peek`. */
export function createTestRegistry(): StepRegistry {
  const registry = createDefaultRegistry()
  for (const step of [writeStep, chooseStep, codeStep, peekStep]) registry.register(step.getName(), step.getStrategy())
  return registry
}

/** One problem: the agent that has it and no other, and what is said about it. */
export interface ProblemCase {
  readonly agent: TestAgent
  readonly code: ProblemCode
  readonly severity: Severity
  readonly stepId?: string
  readonly path?: string
  readonly words: string
  readonly fix?: string
  readonly range?: readonly [number, number]
}

/** Makes the change a problem offers, as the editor does. */
export function mend(config: AgentConfig, { fix }: Problem): AgentConfig {
  const change = fix?.change
  if (change === undefined) return config
  const { stepId, path, value } = change
  const index = config.steps.findIndex(({ id }) => id === stepId)
  const whole = stepId === undefined ? path : `steps[${index}].${path}`
  const parts = whole.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  return put(config as unknown as Json, parts, value) as unknown as AgentConfig
}

function put(root: Json | undefined, [head, ...rest]: readonly string[], value: Json | undefined): Json | undefined {
  if (head === undefined) return value
  if (isList(root)) {
    const next = put(root[Number(head)], rest, value)
    return next === undefined ? root.filter((_, index) => index !== Number(head)) : root.with(Number(head), next)
  }
  return { ...(isRecord(root) ? root : {}), [head]: put(isRecord(root) ? root[head] : undefined, rest, value) }
}

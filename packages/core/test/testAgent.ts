import * as z from 'zod'
import type {
  AgentConfig,
  EdgeConfig,
  ErrorConfig,
  GraphConfig,
  RetryConfig,
  StepConfig,
} from '../src/config/AgentConfig.ts'
import { createAgentConfig } from '../src/config/createAgentConfig.ts'
import type { Agent } from '../src/director/Agent.ts'
import { AgentBuilderDirector } from '../src/director/AgentBuilderDirector.ts'
import type { RunOptions } from '../src/director/RunOptions.ts'
import type { RunInput } from '../src/director/run/checkInput.ts'
import type { Services } from '../src/director/Services.ts'
import type { RunEvent, RunEventType } from '../src/events/RunEvent.ts'
import { createDefaultRegistry } from '../src/registry/createDefaultRegistry.ts'
import type { StateField } from '../src/state/StateType.ts'
import { defineStep } from '../src/step/defineStep.ts'
import type { StepFunction } from '../src/step/StepContext.ts'

/** A step of a test: its function, or its function with exits and settings. */
export type TestStep =
  | StepFunction
  | {
      readonly run: StepFunction
      readonly exits?: readonly string[]
      readonly timeout?: number
      readonly retry?: RetryConfig
      readonly onError?: ErrorConfig
      readonly disabled?: boolean
    }

/** An agent for tests, in few words. */
export interface TestAgent {
  readonly fields?: Readonly<Record<string, StateField>>
  readonly steps: Readonly<Record<string, TestStep>>
  /** Written `a -> b`, or `a.exit -> b`. Without them the steps run in order. */
  readonly edges?: readonly string[]
  readonly graph?: Partial<GraphConfig>
  readonly config?: Partial<AgentConfig>
  readonly services?: Services
  /** Further types of steps, for the agents within: what each does. */
  readonly more?: Readonly<Record<string, StepFunction>>
}

/** A step that does what a function of the test does, with the exits the test names. */
const gateStep = defineStep({
  name: 'gate',
  version: 1,
  title: 'Gate',
  description: 'Does what the test says.',
  category: 'other',
  icon: 'flask-conical',
  schema: z.object({ exits: z.array(z.string()).default(['out']) }),
  codeSettings: ['run'],
  ports: ({ exits }) => ({
    inputs: [{ id: 'in', label: 'In' }],
    outputs: exits.map((id) => ({ id, label: id.toUpperCase() })),
  }),
  summarize: () => 'Test',
  // A test gives functions only.
  createStep: (_, { run }) => run as StepFunction,
})

/** Builds an agent through the director, as any user would. Nothing waits between tries. */
export async function testAgent(given: TestAgent): Promise<Agent> {
  const { fields = {}, steps, edges, graph, config, services, more = {} } = given
  const entries = Object.entries(steps).map(
    ([id, step]) => [id, typeof step === 'function' ? { run: step } : step] as const,
  )
  const base = createAgentConfig()
  const agent: AgentConfig = {
    ...base,
    stateType: { name: 'TestState', fields },
    steps: entries.map(
      ([id, step]): StepConfig => ({
        id,
        strategyType: 'gate',
        nodeName: id.toUpperCase(),
        config: step.exits === undefined ? {} : { exits: step.exits },
        ...(step.timeout === undefined ? {} : { timeout: step.timeout }),
        ...(step.retry === undefined ? {} : { retry: step.retry }),
        ...(step.onError === undefined ? {} : { onError: step.onError }),
        ...(step.disabled === undefined ? {} : { disabled: step.disabled }),
      }),
    ),
    ...(edges === undefined ? {} : { edges: edges.map(parseEdge) }),
    graphConfig: { ...base.graphConfig, allowParallel: true, ...graph },
    ...config,
  }
  const registry = createDefaultRegistry()
  registry.register('gate', gateStep.getStrategy())
  for (const [name, run] of Object.entries(more)) registry.register(name, typeOf(name, run).getStrategy())
  const code = Object.fromEntries(entries.map(([id, { run }]) => [id, { run }]))
  return new AgentBuilderDirector(agent, registry, { random: () => 0, ...services, code }).build()
}

/** A type of step that does what one function does. */
function typeOf(name: string, run: StepFunction) {
  const schema = z.object({})
  const look = { version: 1, title: name, description: '', category: 'other', icon: 'flask-conical' } as const
  return defineStep({ ...look, name, schema, summarize: () => name, run })
}

function parseEdge(text: string): EdgeConfig {
  const [source = '', to = ''] = text.split(' -> ')
  const [from = '', exit] = source.split('.')
  return { from, to, ...(exit === undefined ? {} : { exit }) }
}

/** All events of a run. */
export async function collect(agent: Agent, input: RunInput | null, options: RunOptions = {}): Promise<RunEvent[]> {
  const events: RunEvent[] = []
  for await (const event of agent.stream(input, options)) events.push(event)
  return events
}

/** The events of one type. */
export function pick<Type extends RunEventType>(events: readonly RunEvent[], type: Type) {
  return events.filter((event): event is Extract<RunEvent, { readonly type: Type }> => event.type === type)
}

/** What happened, in short: `start a`, `end a`, `run-end`. */
export function brief(events: readonly RunEvent[]): string[] {
  return events.map((event) => ('stepId' in event ? `${event.type.replace('step-', '')} ${event.stepId}` : event.type))
}

import { createCheckpointer } from '../checkpoint/createCheckpointer.ts'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { completeConfig } from '../config/completeConfig.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { Problem } from '../errors/Problem.ts'
import { problemWording } from '../errors/problemWording.ts'
import { withEnglish } from '../errors/withEnglish.ts'
import { createHandlerChain } from '../handlers/createHandlerChain.ts'
import { word } from '../language/word.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { exit } from '../step/StepResult.ts'
import { Agent } from './Agent.ts'
import type { AgentPlan } from './AgentPlan.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { createInnerAgents, type OpenedAgents } from './createInnerAgents.ts'
import { createRuntime } from './createRuntime.ts'
import { adoptAgent } from './plan/adoptAgent.ts'
import { planAgent } from './planAgent.ts'
import { type RunServices, resolveServices } from './resolveServices.ts'
import type { CodeValues, Services } from './Services.ts'

/**
 * Turns a configuration into a runnable agent: configuration → plan → graph. The only place that does.
 *
 * @throws AgentError `build.argument` for `config cannot be null` and `registry cannot be null`.
 */
export class AgentBuilderDirector {
  readonly #config: AgentConfig
  readonly #registry: StepRegistry
  readonly #services: Services

  constructor(config: AgentConfig, registry: StepRegistry, services: Services = {}) {
    // Code without types reaches this too, so what the types rule out is looked at.
    if ((config ?? null) === null) throw new AgentError('build.argument', 'config cannot be null')
    if ((registry ?? null) === null) throw new AgentError('build.argument', 'registry cannot be null')
    this.#config = config
    this.#registry = registry
    this.#services = services
  }

  /**
   * Builds the agent. Building again gives an equal one: nothing is added to the configuration.
   *
   * @throws AgentError the first error that planning found, with all of them in `problems`; or what a step's settings
   * made its strategy throw.
   */
  async build(): Promise<Agent> {
    const completed = completeConfig(this.#config)
    if (!completed.ok) throw completed.error
    const { config } = completed
    const checkpointer = createCheckpointer(config.checkpointer, this.#services.checkpointer)
    const own = { ...this.#services, ...(checkpointer === undefined ? {} : { checkpointer }) }
    const services = resolveServices(own)
    const agents: OpenedAgents = createInnerAgents(config, (inner, caller) => {
      const whole = caller === undefined ? inner : adoptAgent(inner, caller, this.#registry)
      return this.#open(whole, { services, agents, code: {} })
    })
    return new Agent().build(await this.#open(config, { services, agents, code: this.#services.code ?? {} }))
  }

  async #open(config: AgentConfig, { services, agents, code }: Surroundings): Promise<AgentRuntime> {
    const { functions = {} } = this.#services
    const plan = (agent: AgentConfig) => planAgent(agent, this.#registry, { code, functions })
    const result = plan(config)
    // What is known of a configuration was said already: only a copy is judged anew.
    if (!result.ok)
      throw refuse(
        config,
        withEnglish(result.problems, () => plan(copyOf(config)).problems),
      )
    return createRuntime({ plan: result.plan, steps: await this.#createSteps(result.plan, code), services, agents })
  }

  /** Every step passes through the chain of handlers, with the values only code can give laid over its settings. */
  async #createSteps({ steps }: AgentPlan, code: CodeValues): Promise<ReadonlyMap<string, StepFunction>> {
    const chain = createHandlerChain(this.#registry)
    const created = steps.map(async ({ id, type, config, disabled, passBy }): Promise<[string, StepFunction]> => {
      if (disabled) return [id, () => (passBy === undefined ? undefined : exit(passBy))]
      const extra = code[id]
      return [id, await chain.process(type, extra === undefined ? config : { ...config, ...extra })]
    })
    return new Map(await Promise.all(created))
  }
}

/** What an agent is made ready with. */
interface Surroundings {
  readonly services: RunServices
  /** The agents that its steps can call. */
  readonly agents: OpenedAgents
  readonly code: CodeValues
}

function copyOf(config: AgentConfig): AgentConfig {
  // A configuration is JSON.
  return JSON.parse(JSON.stringify(config)) as AgentConfig
}

function refuse(config: AgentConfig, problems: readonly Problem[]): AgentError {
  const [first] = problems.filter(({ severity }) => severity === 'error')
  if (first === undefined) return new AgentError('graph.noSteps', 'Cannot build agent: no steps configured')
  const index = config.steps.findIndex(({ id }) => id === first.stepId)
  const said = problemWording(first)
  const message =
    first.code === 'graph.unknownStep' ? word('Invalid step {index}: {problem}', { index, problem: said }) : said
  return new AgentError(first.code, message, {
    problems,
    ...(first.stepId === undefined ? {} : { stepId: first.stepId }),
    ...(first.path === undefined ? {} : { path: first.path }),
    ...(first.cause === undefined ? {} : { detail: first.cause }),
  })
}

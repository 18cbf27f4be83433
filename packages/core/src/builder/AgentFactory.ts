import type * as z from 'zod'
import type { AgentConfig, LLMConfig, StepConfig } from '../config/AgentConfig.ts'
import type { Agent } from '../director/Agent.ts'
import { AgentBuilderDirector } from '../director/AgentBuilderDirector.ts'
import type { Services } from '../director/Services.ts'
import { AgentError } from '../errors/AgentError.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import type { StateType } from '../state/StateType.ts'
import type { StepFunction } from '../step/StepContext.ts'
import { knownKeys } from '../step/schemaTree.ts'
import { customStep } from '../steps/custom/custom.ts'
import { llmStep } from '../steps/llm/llm.ts'
import { reactStep } from '../steps/react/react.ts'
import { AgentBuilder } from './AgentBuilder.ts'
import { requireLastStep } from './requireLastStep.ts'
import { type CodeTool, toolName } from './splitTool.ts'
import { toChatModel } from './toChatModel.ts'
import type { JsonSchema } from './toJsonSchema.ts'
import { toMermaid } from './toMermaid.ts'
import { type ToolLoop, withToolLoops } from './withToolLoops.ts'

/** What a chat step may be given; without any of it the default model gets the conversation so far. */
export interface ChatOptions {
  readonly promptTemplate?: string
  readonly systemPrompt?: string
  /** A chat model made in code: one of ours, or a LangChain chat model. It wins over `llmConfig`. */
  readonly llm?: unknown
  readonly llmConfig?: Partial<LLMConfig>
  /** What people see. */
  readonly nodeName?: string
  /** Any other setting of the model step. */
  readonly [setting: string]: unknown
}

/**
 * A tool: as an agent's configuration holds it (a name, a description, JSON Schema `parameters`, a kind and its
 * settings), one with a function in `call`, a LangChain tool, or the name of one that was given before.
 */
export type FactoryTool = string | CodeTool

const notAModelStep = 'The most recent step is not an LLM or React step.'

/**
 * The short way to an agent in code (petal's `AgentFactory`): steps run one after the other.
 *
 * @example
 * const agent = await new AgentFactory({ name: 'Greeter', fields: { name: { type: 'string', input: true } } })
 *   .add((state) => ({ name: String(state.name).trim() }))
 *   .withChat({ promptTemplate: 'Greet {name} in one sentence.' })
 *   .build()
 * const { messages } = await agent.run({ name: 'Ada' })
 */
export class AgentFactory {
  readonly #builder: AgentBuilder
  readonly #loops = new Map<string, ToolLoop>()

  /** Throws `stateType is required and cannot be null`. */
  constructor(stateType: StateType, registry?: StepRegistry, services?: Services) {
    // Callers in JavaScript are not stopped by the type.
    if ((stateType ?? null) === null) {
      throw new AgentError('build.argument', 'stateType is required and cannot be null')
    }
    this.#builder = new AgentBuilder(stateType, registry, services)
  }

  /** Adds a function as a step. */
  add(stepFunction: StepFunction, nodeName?: string): this {
    return this.#step(customStep.getName(), { stepFunction }, nodeName)
  }

  /** Adds a step that asks a model. */
  withChat({ nodeName, llm, ...settings }: ChatOptions = {}): this {
    const model = llm === undefined ? {} : { llm: toChatModel(llm) }
    return this.#step(llmStep.getName(), { ...settings, ...model }, nodeName)
  }

  /** Gives the model step added last its prompt. */
  withPrompt(promptTemplate: string): this {
    this.#requireLast('promptTemplate', 'No steps have been added to configure prompt for.', notAModelStep)
    this.#builder.updateLastStep({ promptTemplate })
    return this
  }

  /** Gives the model step added last its system prompt. */
  withSystemPrompt(systemPrompt: string): this {
    this.#requireLast('systemPrompt', 'No steps have been added to configure system prompt for.', notAModelStep)
    this.#builder.updateLastStep({ systemPrompt })
    return this
  }

  /** Makes the model step added last answer with an object. See `AgentBuilder.withStructuredOutput`. */
  withStructuredOutput(schema: JsonSchema | z.ZodType, key?: string): this {
    this.#builder.withStructuredOutput(schema, key)
    return this
  }

  /** Adds tools to the agent and gives them to the model step added last. */
  withTools(tools: readonly FactoryTool[], scratchpadKey?: string): this {
    const chatFirst = 'Call withChat() first.'
    this.#requireLast(
      'promptTemplate',
      `No steps have been added. ${chatFirst}`,
      `The most recent step is not an LLM step. ${chatFirst}`,
    )
    if (tools.length === 0) {
      throw new AgentError('build.argument', 'Tools list cannot be empty. Provide at least one tool.')
    }
    const step = this.#builder.getConfig().steps.at(-1)
    const before = Array.isArray(step?.config.tools) ? step.config.tools.map(String) : []
    const names = [...new Set([...before, ...this.#addTools(tools)])]
    this.#builder.updateLastStep({ tools: names })
    if (step !== undefined) this.#closeLoop(step, { tools: names, scratchpadKey })
    return this
  }

  /** Adds a step that reasons and uses tools until it is done. */
  withReactLoop(tools: readonly FactoryTool[], settings: Readonly<Record<string, unknown>> = {}): this {
    return this.#step(reactStep.getName(), { ...settings, tools: this.#addTools(tools) })
  }

  /** See `AgentBuilder.withMemory`. */
  withMemory(memory: Parameters<AgentBuilder['withMemory']>[0]): this {
    this.#builder.withMemory(memory)
    return this
  }

  /** See `AgentBuilder.withCheckpointer`. */
  withCheckpointer(checkpointer: Parameters<AgentBuilder['withCheckpointer']>[0]): this {
    this.#builder.withCheckpointer(checkpointer)
    return this
  }

  /** The agent, ready to run. */
  build(): Promise<Agent> {
    const builder = this.#builder
    return new AgentBuilderDirector(this.#getConfig(), builder.getRegistry(), builder.getServices()).build()
  }

  /** The graph as Mermaid text. Throws `Cannot generate diagram: no steps have been configured`. */
  diagram(): string {
    const config = this.#getConfig()
    if (config.steps.length > 0) return toMermaid(config, this.#builder.getRegistry())
    throw new AgentError('build.order', 'Cannot generate diagram: no steps have been configured')
  }

  /** Steps that offer tools to their model, each with the step that runs them. */
  #getConfig(): AgentConfig {
    return withToolLoops(this.#builder.getConfig(), this.#loops)
  }

  /** The names of these tools; what is not there yet is added. */
  #addTools(tools: readonly FactoryTool[]): readonly string[] {
    const known = () => (this.#builder.getConfig().tools ?? []).map(({ name }) => name)
    return tools.map((tool) => {
      if (typeof tool !== 'string') {
        const name = toolName(tool)
        this.#builder.withTools([tool])
        return name
      }
      if (known().includes(tool)) return tool
      throw new AgentError('tool.unknown', `Tool '${tool}' not found in factory`, {
        detail: { available: known().map(String) },
      })
    })
  }

  /** A step that keeps its reasoning itself also runs its tools itself; any other is followed by one that does. */
  #closeLoop({ id, strategyType }: StepConfig, loop: ToolLoop): void {
    const schema = this.#builder.getRegistry().describe(strategyType)?.schema
    if (schema === undefined || !knownKeys(schema)?.includes('scratchpadKey')) this.#loops.set(id, loop)
    else if (loop.scratchpadKey !== undefined) this.#builder.updateLastStep({ scratchpadKey: loop.scratchpadKey })
  }

  #step(type: string, settings: Readonly<Record<string, unknown>>, nodeName?: string): this {
    this.#builder.withStep(type, settings, nodeName === undefined ? {} : { nodeName })
    return this
  }

  #requireLast(setting: string, none: string, other: string): void {
    requireLastStep(this.#builder.getConfig(), this.#builder.getRegistry(), setting, { none, other: () => other })
  }
}

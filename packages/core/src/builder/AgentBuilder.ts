import type * as z from 'zod'
import type { AgentConfig } from '../config/AgentConfig.ts'
import { createAgentConfig } from '../config/createAgentConfig.ts'
import { START } from '../config/listEdges.ts'
import { addStep } from '../config/operations/addStep.ts'
import { setCheckpointer } from '../config/operations/setCheckpointer.ts'
import { setGraph } from '../config/operations/setGraph.ts'
import { setLLM } from '../config/operations/setLLM.ts'
import { setLogging } from '../config/operations/setLogging.ts'
import { setMemory } from '../config/operations/setMemory.ts'
import { setName } from '../config/operations/setName.ts'
import { updateStep } from '../config/operations/updateStep.ts'
import type { Agent } from '../director/Agent.ts'
import { AgentBuilderDirector } from '../director/AgentBuilderDirector.ts'
import type { CodeValues, Services } from '../director/Services.ts'
import { AgentError } from '../errors/AgentError.ts'
import { stampVersion } from '../handlers/migrateSettings.ts'
import { createDefaultRegistry } from '../registry/createDefaultRegistry.ts'
import type { StepRegistry } from '../registry/StepRegistry.ts'
import { assertStateType } from '../state/assertStateType.ts'
import type { StateType } from '../state/StateType.ts'
import type { ToolFunctions } from '../tools/ToolFunction.ts'
import { requireLastStep } from './requireLastStep.ts'
import { splitCodeValues } from './splitCodeValues.ts'
import { type CodeTool, splitTool } from './splitTool.ts'
import { isZodSchema, type JsonSchema, toJsonSchema } from './toJsonSchema.ts'

/** Settings of a step as code may give them: JSON, and functions or zod schemas where the type takes them. */
export type BuilderSettings = Readonly<Record<string, unknown>>

/** What else may be said about a step. */
export interface StepOptions {
  /** Default: a slug of the name or the type. */
  readonly id?: string
  /** What people see. Default: the strategy's own name for its position, such as `llm_step_0`. */
  readonly nodeName?: string
  /** Longest time one execution may take, in milliseconds. */
  readonly timeout?: number
}

/**
 * Collects an agent in code, step by step (petal's `AgentBuilder`). What it collects is a plain `AgentConfig`, which
 * can be saved and opened in the designer; functions and other values only code can give stand beside it.
 *
 * @example
 * const agent = await new AgentBuilder({ name: 'Chat', fields: { question: { type: 'string', input: true } } })
 *   .withStep('llm', { promptTemplate: 'Answer briefly: {question}' })
 *   .build()
 */
export class AgentBuilder {
  #config: AgentConfig
  #code: CodeValues = {}
  #functions: ToolFunctions = {}
  readonly #registry: StepRegistry
  readonly #services: Services

  /**
   * @param registry default: one with the built-in step types
   * @param services what the agent's runs reach the outside world through
   * @throws AgentError `build.argument` when there is no state type, `state.type` for what is none
   */
  constructor(stateType: StateType, registry: StepRegistry = createDefaultRegistry(), services: Services = {}) {
    // Callers in JavaScript are not stopped by the type.
    if ((stateType ?? null) === null) throw new AgentError('build.argument', 'stateType cannot be null')
    assertStateType(stateType)
    this.#config = createAgentConfig(stateType)
    this.#registry = registry
    this.#services = services
  }

  /** Adds a step. Throws `Unknown step type: x` at once. */
  withStep(type: string, settings: BuilderSettings = {}, { id, nodeName, timeout }: StepOptions = {}): this {
    this.#registry.validateStrategy(type)
    const definition = this.#registry.describe(type)
    const { config, code } = splitCodeValues(definition ?? {}, settings)
    this.#config = addStep(this.#config, {
      strategyType: type,
      config: definition === undefined ? config : stampVersion(definition, config),
      ...(id === undefined ? {} : { id }),
      ...(nodeName === undefined ? {} : { nodeName }),
      ...(timeout === undefined ? {} : { timeout }),
    })
    const added = this.#config.steps.at(-1)
    if (added !== undefined) this.#addCode(added.id, code)
    return this
  }

  /** Throws `Invalid memory configuration: …`. */
  withMemory(memory: Parameters<typeof setMemory>[1]): this {
    return this.#set('memory', () => setMemory(this.#config, memory))
  }

  /** Sets the model of all steps that name none. Throws `Invalid LLM configuration: …`. */
  withLLM(llmConfig: Parameters<typeof setLLM>[1]): this {
    return this.#set('LLM', () => setLLM(this.#config, llmConfig))
  }

  /** Throws `Invalid logging configuration: …`. */
  withLogging(logging: Parameters<typeof setLogging>[1]): this {
    return this.#set('logging', () => setLogging(this.#config, logging))
  }

  /** Throws `Invalid graph configuration: …`. */
  withGraphConfig(graph: Parameters<typeof setGraph>[1]): this {
    return this.#set('graph', () => setGraph(this.#config, graph))
  }

  /** Throws `Invalid checkpointer configuration: …`. */
  withCheckpointer(checkpointer: Parameters<typeof setCheckpointer>[1]): this {
    return this.#set('checkpointer', () => setCheckpointer(this.#config, checkpointer))
  }

  withName(name: string): this {
    this.#config = setName(this.#config, name)
    return this
  }

  /** Gives the step added last a system prompt. It must be of a type that takes one. */
  withSystemPrompt(systemPrompt: string): this {
    requireLastStep(this.#config, this.#registry, 'systemPrompt', {
      none: 'Cannot add system prompt: no steps have been added',
      other: (type) => `Cannot add system prompt: most recent step is '${type}', not 'llm'`,
    })
    return this.updateLastStep({ systemPrompt })
  }

  /**
   * Makes the step added last answer with an object instead of text.
   *
   * @param schema a JSON Schema or a zod schema; the latter also checks the answer
   * @param key the state field for the whole object; without it each property goes into the field of its name
   */
  withStructuredOutput(schema: JsonSchema | z.ZodType, key?: string): this {
    requireLastStep(this.#config, this.#registry, 'structuredOutput', {
      none: 'No steps have been added to configure structured output for.',
      other: () => 'The most recent step is not an LLM or React step.',
    })
    const structuredOutput = { schema: toJsonSchema(schema), ...(key === undefined ? {} : { key }) }
    return this.updateLastStep({ structuredOutput, ...(isZodSchema(schema) ? { structuredOutputModel: schema } : {}) })
  }

  /** Lays settings over those of the step added last. Nothing happens when there is none. */
  updateLastStep(settings: BuilderSettings): this {
    const step = this.#config.steps.at(-1)
    if (step === undefined) return this
    const { config, code } = splitCodeValues(this.#registry.describe(step.strategyType) ?? {}, settings)
    this.#config = updateStep(this.#config, step.id, { config: { ...step.config, ...config } })
    this.#addCode(step.id, code)
    return this
  }

  /** Adds tools that the agent's steps may name in their `tools`. */
  withTools(tools: readonly CodeTool[]): this {
    const split = tools.map(splitTool)
    const works = split.flatMap(({ entry, work }) => (work === undefined ? [] : [[String(entry.name), work] as const]))
    this.#config = { ...this.#config, tools: [...(this.#config.tools ?? []), ...split.map(({ entry }) => entry)] }
    this.#functions = { ...this.#functions, ...Object.fromEntries(works) }
    return this
  }

  /**
   * Adds a way from one step to another, by their ids; `START` and `END` are the ends. From the first call on the
   * agent runs along exactly these ways; unless one begins at START, the step added first is where it begins.
   *
   * @param exit the output port of `from`; without it the way is taken whatever exit the step leaves by
   */
  connect(from: string, to: string, exit?: string): this {
    const edge = { from, to, ...(exit === undefined ? {} : { exit }) }
    this.#config = { ...this.#config, edges: [...(this.#config.edges ?? []), edge] }
    return this
  }

  /** The agent so far, as plain data. Later calls do not change it. */
  getConfig(): AgentConfig {
    const { edges, steps } = this.#config
    const [first] = steps
    if (edges === undefined || first === undefined || edges.some(({ from }) => from === START)) return this.#config
    return { ...this.#config, edges: [{ from: START, to: first.id }, ...edges] }
  }

  /** What was given beside the plain configuration, by step id. */
  getCode(): CodeValues {
    return this.#code
  }

  getRegistry(): StepRegistry {
    return this.#registry
  }

  /** What the agent's runs reach the outside world through, with all that was given in code. */
  getServices(): Services {
    const code = { ...this.#services.code, ...this.#code }
    return { ...this.#services, code, functions: { ...this.#services.functions, ...this.#functions } }
  }

  /** The agent, ready to run. Rejects with an `AgentError` that says what is wrong with the configuration. */
  async build(): Promise<Agent> {
    return new AgentBuilderDirector(this.getConfig(), this.#registry, this.getServices()).build()
  }

  #addCode(stepId: string, code: Readonly<Record<string, unknown>>): void {
    if (Object.keys(code).length === 0) return
    this.#code = { ...this.#code, [stepId]: { ...this.#code[stepId], ...code } }
  }

  /** Petal's wording: whatever is wrong is said after what was being configured. */
  #set(what: string, change: () => AgentConfig): this {
    try {
      this.#config = change()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      const path = AgentError.isInstance(cause) && cause.path !== undefined ? { path: cause.path } : {}
      throw new AgentError('build.argument', `Invalid ${what} configuration: ${reason}`, { cause, ...path })
    }
    return this
  }
}

import type * as z from 'zod'
import { AgentError } from '../errors/AgentError.ts'
import { parseConfig } from './parseConfig.ts'
import type { StepContext, StepFunction } from './StepContext.ts'
import { type StepDefinition, splitCodeSettings } from './StepDefinition.ts'
import { StepPlugin, type StepStrategyClass } from './StepPlugin.ts'
import { StepStrategy } from './StepStrategy.ts'

/** A plugin made by `defineStep`: it always has its definition. */
export interface DefinedStep<Config = unknown> extends StepPlugin<Config> {
  readonly definition: StepDefinition<Config>
}

const namePattern = /^[a-z][a-z0-9-]*$/

/**
 * Declares a type of step from one description. The type of `config` everywhere in it follows from `schema`.
 *
 * @throws AgentError `build.plugin` when the name is not `^[a-z][a-z0-9-]*$` or neither `run` nor `createStep` is given.
 * @example
 * const shoutStep = defineStep({
 *   name: 'shout', version: 1, title: 'Shout', description: 'Writes a field in capitals.',
 *   category: 'data', icon: 'megaphone',
 *   schema: z.object({ field: z.string().default('text') }),
 *   writes: ({ field }) => [field],
 *   summarize: ({ field }) => `Shout *${field}*`,
 *   run: (state, { config }) => ({ [config.field]: String(state[config.field]).toUpperCase() }),
 * })
 */
export function defineStep<Config>(definition: StepDefinition<Config>): DefinedStep<Config> {
  checkDefinition(definition)
  const strategy = createStrategyClass(definition)
  class DefinedStepPlugin extends StepPlugin<Config> {
    override readonly definition = definition
    getName(): string {
      return definition.name
    }
    getStrategy(): StepStrategyClass<Config> {
      return strategy
    }
    getConfigSchema(): z.ZodType<Config> {
      return definition.schema
    }
  }
  return new DefinedStepPlugin()
}

function checkDefinition<Config>({ name, run, createStep }: StepDefinition<Config>): void {
  if (!namePattern.test(name)) {
    throw new AgentError(
      'build.plugin',
      `'${name}' cannot be the name of a step type: use small letters, digits and dashes.`,
    )
  }
  if (run === undefined && createStep === undefined) {
    throw new AgentError('build.plugin', `Step type '${name}' has neither run nor createStep: give one of them.`)
  }
}

function createStrategyClass<Config>(definition: StepDefinition<Config>): StepStrategyClass<Config> {
  return class DefinedStepStrategy extends StepStrategy<Config> {
    /** Read by `StepRegistry.describe`. */
    static readonly definition = definition

    createStep(config: Config): StepFunction | Promise<StepFunction> {
      const { settings, code } = splitConfig(definition, config)
      const parsed = parseConfig(definition.schema, settings, definition.title)
      if (definition.createStep !== undefined) return definition.createStep(parsed, code)
      return (state, context) => definition.run?.(state, withConfig(context, parsed))
    }

    getNodeName(index: number): string {
      return `${definition.name}_step_${index}`
    }
  }
}

/** The context with these settings. It stands before the director's own, whose parts are made only when looked at. */
function withConfig<Config>(context: StepContext, config: Config): StepContext<Config> {
  return Object.create(context, { config: { value: config, enumerable: true } })
}

/** What is no object is left for the schema to refuse. */
function splitConfig(definition: Pick<StepDefinition, 'codeSettings'>, config: unknown) {
  if (isRecord(config)) return splitCodeSettings(definition, config)
  return { settings: config === undefined ? {} : config, code: {} }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

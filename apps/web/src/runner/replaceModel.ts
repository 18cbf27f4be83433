import { type AgentConfig, isJsonObject, type LLMConfig, setLLM, updateStep } from '@petal/core/model'

/**
 * The agent with this model where these steps ask another one: in the step's own settings when it has some, else in the
 * agent's.
 */
export function replaceModel(
  agent: AgentConfig,
  stepIds: readonly string[],
  model: Pick<LLMConfig, 'provider' | 'model'>,
): AgentConfig {
  const steps = agent.steps.filter(({ id }) => stepIds.includes(id))
  const own = steps.filter(({ config }) => hasProvider(config.llmConfig))
  const changed = own.reduce(
    (config, { id, config: settings }) =>
      updateStep(config, id, { config: { ...settings, llmConfig: { provider: model.provider, model: model.model } } }),
    agent,
  )
  return own.length === steps.length ? changed : setLLM(changed, { ...model })
}

function hasProvider(settings: unknown): boolean {
  return isJsonObject(settings) && (settings.provider !== undefined || settings.model !== undefined)
}

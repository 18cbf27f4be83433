import { type AgentConfig, createAgentConfig, parseAgentConfig } from '@petal/core/model'

/**
 * The example a first visit opens: it runs at once, with the practice model. It comes with the app, so that the first
 * picture waits for nothing more; the other examples load when they are wanted.
 */
const [firstExample] = Object.values(
  import.meta.glob<string>('/../../examples/greeter.agent.json', { query: '?raw', import: 'default', eager: true }),
)

/** The first example; an empty agent when it cannot be had. */
export async function openFirstExample(): Promise<AgentConfig> {
  const parsed = firstExample === undefined ? undefined : parseAgentConfig(firstExample)
  return parsed?.ok ? parsed.config : createAgentConfig()
}

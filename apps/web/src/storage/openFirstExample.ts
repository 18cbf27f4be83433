import { type AgentConfig, createAgentConfig, parseAgentConfig } from '@petal/core/model'

/** The example a first visit opens: it runs at once, with the practice model. The others load when they are wanted. */
const firstExample = import.meta.glob<string>('/../../examples/greeter.agent.json', {
  query: '?raw',
  import: 'default',
})

/** The first example; an empty agent when it cannot be had. */
export async function openFirstExample(): Promise<AgentConfig> {
  const [load] = Object.values(firstExample)
  const text = await load?.().catch(() => undefined)
  const parsed = text === undefined ? undefined : parseAgentConfig(text)
  return parsed?.ok ? parsed.config : createAgentConfig()
}

import { type AgentConfig, createAgentConfig, parseAgentConfig } from '@petal/core/model'
import { loadExamples } from './examples.ts'

/** The example a first visit opens: it runs at once, with the practice model. */
const FIRST_EXAMPLE = 'greeter'

/** The first example; an empty agent when it cannot be had. */
export async function openFirstExample(): Promise<AgentConfig> {
  const examples = await loadExamples().catch(() => [])
  const example = examples.find(({ name }) => name === FIRST_EXAMPLE) ?? examples[0]
  const parsed = example === undefined ? undefined : parseAgentConfig(example.text)
  return parsed?.ok ? parsed.config : createAgentConfig()
}

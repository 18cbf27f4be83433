import { type AgentConfig, parseAgentConfig } from '@petal/core/model'
import { exampleTexts } from '../../storage/exampleTexts.ts'

/** An agent of the gallery, answered by the model for practice. */
export function readExample(name: string): AgentConfig {
  const path = Object.keys(exampleTexts).find((known) => known.endsWith(`/${name}.agent.json`)) ?? ''
  const result = parseAgentConfig(exampleTexts[path] ?? '')
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.config
}

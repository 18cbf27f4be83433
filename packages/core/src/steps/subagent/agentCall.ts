import type { Json } from '../../json/Json.ts'
import type { AgentCall } from '../../step/StepDefinition.ts'
import type { SubagentConfig } from './subagentSchema.ts'

/** The settings of a call in which every field passes under its own name. */
export function writeCall({ agent, inputs, outputs, sharesConversation }: AgentCall): Readonly<Record<string, Json>> {
  return {
    agent,
    ...(inputs === undefined || inputs.length === 0
      ? {}
      : { inputs: inputs.map((name) => ({ input: name, field: name })) }),
    ...(outputs === undefined || outputs.length === 0
      ? {}
      : { outputs: outputs.map((name) => ({ output: name, field: name })) }),
    ...(sharesConversation ? { conversation: 'shared' } : {}),
  }
}

/** The call that settings mean, when every field passes under its own name. */
export function readCall({ agent, inputs, outputs, conversation }: SubagentConfig): AgentCall | undefined {
  const isPlain =
    inputs.every(({ input, kind, field }) => kind === 'field' && input === field) &&
    outputs.every(({ output, field }) => output === field) &&
    conversation !== 'given'
  if (!isPlain) return undefined
  return {
    agent,
    // Inputs that are not listed pass all the same.
    inputs: undefined,
    outputs: outputs.length === 0 ? undefined : outputs.map(({ field }) => field),
    sharesConversation: conversation === 'shared',
  }
}

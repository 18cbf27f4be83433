import {
  type AgentConfig,
  createAgentConfig,
  type Json,
  type JsonObject,
  type Problem,
  type RunEvent,
  toolStep,
} from '@petal/core/model'
import { msg, t } from '@petal/ui/language'

/** What came of trying a tool. */
export interface ToolTrial {
  readonly result?: Json
  readonly problem?: Problem
}

const trialStep = 'try'

/** An agent that makes one call of a tool. The person who tries it has approved it by that. */
export function toTrialAgent({ tools = [], agents }: AgentConfig, name: string, args: JsonObject): AgentConfig {
  const tool = tools.find((entry) => entry.name === name)
  const { approval: _approval, ...entry } = tool ?? {}
  return {
    ...createAgentConfig({
      name: t('Trial'),
      fields: { result: { type: 'any' }, args: { type: 'object', default: toArgs(args) } },
    }),
    tools: [entry],
    ...(agents === undefined ? {} : { agents }),
    graphConfig: { ...createAgentConfig().graphConfig, maxRetries: 0 },
    steps: [
      {
        id: trialStep,
        strategyType: toolStep.getName(),
        // Given by fields of the state, so that braces in an argument are not taken for a variable.
        config: {
          mode: 'fixed',
          tool: name,
          args: Object.fromEntries(Object.keys(args).map((key) => [key, `{args[${JSON.stringify(key)}]}`])),
          writes: 'result',
        },
      },
    ],
  }
}

/** What the call gave. */
export function readTrial(events: readonly RunEvent[]): ToolTrial {
  const end = events.findLast((event) => event.type === 'tool-end')
  if (end?.problem !== undefined) return { problem: end.problem }
  if (end?.result !== undefined) return { result: end.result }
  const last = events.at(-1)
  if (last?.type === 'run-error') return { problem: last.problem }
  if (last?.type === 'run-pause') return { problem: waits }
  return { result: null }
}

const waits: Problem = {
  code: 'run.interrupted',
  severity: 'error',
  message: msg('The tool waits for a person’s answer: that can only be given in a run of the agent.'),
}

function toArgs(args: JsonObject): Json {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, value ?? null]))
}

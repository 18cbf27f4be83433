import * as z from 'zod'
import type { AgentConfig } from '../config/AgentConfig.ts'
import type { Problem } from '../errors/Problem.ts'
import { isJsonObject } from '../json/isJsonObject.ts'
import { t } from '../language/t.ts'
import { closestName } from '../templates/closestName.ts'
import { defineTool } from './ToolDefinition.ts'
import { toolShape } from './toolShape.ts'

const schema = z.object({
  ...toolShape,
  kind: z.literal('agent'),
  agent: z.string().default('').meta({
    title: 'Agent',
    description: 'An agent of this file. The arguments become its input.',
  }),
  output: z.string().default('').meta({
    title: 'Result',
    description: 'The field of its state that is the result. Empty: the whole state.',
    placeholder: 'the whole state',
  }),
})

type AgentTool = z.infer<typeof schema>

/** A tool that is another agent of the file. */
export const agentTool = defineTool({
  kind: 'agent',
  title: 'Agent',
  description: 'Runs another agent of this file.',
  icon: 'bot',
  schema,
  uses: ({ agent }) => ({ agent }),
  validate: findProblems,
  run: async (args, { agent, output }, { runAgent }) => {
    const state = await runAgent(agent, args)
    return output === '' ? { ...state } : (state[output] ?? null)
  },
})

function findProblems({ agent, output, parameters }: AgentTool, { agents = {} }: AgentConfig): readonly Problem[] {
  const called = Object.hasOwn(agents, agent) ? agents[agent] : undefined
  if (called === undefined) return [unknownAgent(agent, Object.keys(agents))]
  const fields = Object.keys(called.stateType.fields)
  const problems: Problem[] = []
  if (output !== '' && output !== 'messages' && !fields.includes(output)) {
    problems.push(
      unknownField('output', output, fields, t('The agent "{agent}" has no field {output}.', { agent, output })),
    )
  }
  const given = isJsonObject(parameters.properties) ? Object.keys(parameters.properties) : []
  for (const name of given.filter((name) => name !== 'messages' && !fields.includes(name))) {
    const message = t('The agent "{agent}" has no field {name}: an argument of this name is refused.', { agent, name })
    problems.push({ code: 'tool.config', severity: 'error', path: 'parameters', message, cause: { available: fields } })
  }
  return problems
}

function unknownAgent(agent: string, available: readonly string[]): Problem {
  const common = { code: 'agent.unknown', severity: 'error', path: 'agent', cause: { available } } as const
  if (agent === '') return { ...common, message: t('Choose the agent to call.') }
  const closest = closestName(agent, available)
  return {
    ...common,
    message: t('There is no agent "{agent}" in this file: choose another.', { agent }),
    ...(closest === undefined
      ? {}
      : { fix: { label: t('Make it {closest}', { closest }), change: { path: 'agent', value: closest } } }),
  }
}

function unknownField(path: string, name: string, available: readonly string[], message: string): Problem {
  const closest = closestName(name, available)
  return {
    ...({ code: 'tool.config', severity: 'error', path, message, cause: { available } } as const),
    ...(closest === undefined
      ? {}
      : { fix: { label: t('Make it {closest}', { closest }), change: { path, value: closest } } }),
  }
}

import { AgentError } from '../../errors/AgentError.ts'
import { word } from '../../language/word.ts'
import type { ToolCall } from '../../models/Message.ts'
import type { StepTools, ToolOutcome } from '../../step/StepContext.ts'
import { closestName } from '../../templates/closestName.ts'
import { type ReadTool, readTool, toToolSpec } from '../../tools/readTool.ts'
import { approveCall } from './approveCall.ts'
import { runTool } from './runTool.ts'
import type { StepToolsInit } from './StepToolsInit.ts'

/** The tools of one execution: calls appear in the run's events, and none is made twice. */
export function createStepTools(init: StepToolsInit): StepTools {
  const { step, session } = init.execution
  const tools = new Map((session.plan.agent.tools ?? []).map((entry) => [readTool(entry).name, readTool(entry)]))
  const callAll = async (calls: readonly ToolCall[], names?: readonly string[]) => {
    const offered = names === undefined ? tools : new Map([...tools].filter(([name]) => names.includes(name)))
    // Every approval is asked for before the first call is made.
    const prepared = calls.map((call) => approveCall(call, offered, init))
    return settleAll(prepared.map((call) => runTool(call, init)))
  }
  return {
    list: (names) => (names ?? [...tools.keys()]).map((name) => toSpec(name, tools, step.id)),
    callAll,
    call: async (call, names) => {
      const [outcome] = await callAll([call], names)
      if (outcome === undefined) throw new Error('One call has one outcome.')
      return outcome
    },
  }
}

function toSpec(name: string, tools: ReadonlyMap<string, ReadTool>, stepId: string) {
  const config = tools.get(name)?.config
  if (config !== undefined) return toToolSpec(config)
  const available = [...tools.keys()]
  const meant = closestName(name, available)
  const message =
    meant === undefined
      ? word('There is no tool "{name}".', { name })
      : word('There is no tool "{name}". Did you mean {meant}?', { name, meant })
  throw new AgentError('tool.unknown', message, {
    stepId,
    detail: { available },
  })
}

/** Waits for all, also when one of them cannot go on: what the others did must not be lost. */
async function settleAll(running: readonly Promise<ToolOutcome>[]): Promise<readonly ToolOutcome[]> {
  const settled = await Promise.allSettled(running)
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

import { AgentError } from '../../errors/AgentError.ts'
import type { Json } from '../../json/Json.ts'
import { t } from '../../language/t.ts'
import { word } from '../../language/word.ts'
import type { ToolCall } from '../../models/Message.ts'
import { checkArguments } from '../../tools/checkArguments.ts'
import { needsApproval } from '../../tools/needsApproval.ts'
import type { ReadTool } from '../../tools/readTool.ts'
import { readToolDecision, type ToolQuestion } from '../../tools/ToolApproval.ts'
import type { ToolBase } from '../../tools/toolShape.ts'

/** A call that may be made, or the reason why it is not. */
export type PreparedCall =
  | { readonly call: ToolCall; readonly tool: ReadTool; readonly config: ToolBase }
  | { readonly call: ToolCall; readonly refusal: AgentError }

interface Asker {
  /** The answer; throws when there is none yet. */
  ask(question: Json, key: string): Json
}

/** Looks whether a call can and may be made; asks the person where the tool's settings want it. */
export function approveCall(call: ToolCall, tools: ReadonlyMap<string, ReadTool>, asker: Asker): PreparedCall {
  const tool = tools.get(call.name)
  const config = tool?.config
  if (tool === undefined || config === undefined) return { call, refusal: unknownTool(call, [...tools.keys()]) }
  const fault = checkArguments(config.parameters, call.args)
  if (fault !== undefined) return { call, refusal: badArguments(call, fault) }
  return needsApproval(config.approval, call.args) ? decide({ call, tool, config }, asker) : { call, tool, config }
}

type Callable = Extract<PreparedCall, { readonly tool: ReadTool }>

/** Asks until the answer can be used: arguments that a person changed are checked like those of a model. */
function decide(callable: Callable, { ask }: Asker): PreparedCall {
  const { call, config } = callable
  const { name: tool, description, parameters } = config
  let args = call.args
  let problem: string | undefined
  for (let round = 0; ; round += 1) {
    const question: ToolQuestion = {
      ...({ kind: 'tool', tool, description, args, parameters, toolCallId: call.id } as const),
      ...(problem === undefined ? {} : { problem }),
    }
    const decision = readToolDecision(ask({ ...question }, `approve ${call.id} ${round}`))
    if (decision?.decision === 'approve') return { ...callable, call: { ...call, args } }
    if (decision?.decision === 'reject') return { call, refusal: rejected(call, decision.reason) }
    if (decision === undefined) {
      problem = t('Answer with { "decision": "approve" }, "edit" with args, or "reject" with a reason.')
      continue
    }
    args = decision.args
    problem = checkArguments(parameters, args)
    if (problem === undefined) return { ...callable, call: { ...call, args } }
  }
}

/** Petal's wording, which models know. */
function unknownTool({ name }: ToolCall, available: readonly string[]): AgentError {
  const message = word('{name} is not a valid tool, try one of [{available}].', {
    name,
    available: available.join(', '),
  })
  return new AgentError('tool.unknown', message, { detail: { available } })
}

function badArguments({ name }: ToolCall, fault: string): AgentError {
  return new AgentError('tool.badArguments', word('The arguments of {name} do not fit: {fault}', { name, fault }))
}

function rejected({ name }: ToolCall, reason: string): AgentError {
  const why = reason === '' ? word('No reason was given.') : word('The reason: {reason}', { reason })
  return new AgentError('tool.rejected', word('A person did not allow this call of {name}. {why}', { name, why }))
}

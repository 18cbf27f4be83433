import { AgentError } from '../../errors/AgentError.ts'
import { wordingOf } from '../../errors/wordingOf.ts'
import type { Json } from '../../json/Json.ts'
import { normalizeJson } from '../../json/normalizeJson.ts'
import { word } from '../../language/word.ts'
import type { ToolOutcome } from '../../step/StepContext.ts'
import { Unanswered } from '../../step/Unanswered.ts'
import type { ToolContext } from '../../tools/ToolDefinition.ts'
import type { PreparedCall } from './approveCall.ts'
import type { StepToolsInit } from './StepToolsInit.ts'

/** Longest result of a tool, in characters of JSON: what is larger would fill a model's context by itself. */
const MAX_RESULT = 100_000

/** Makes one call, at most once per execution. What the tool does wrong is part of the outcome. */
export async function runTool(prepared: PreparedCall, init: StepToolsInit): Promise<ToolOutcome> {
  const { execution } = init
  const { id: toolCallId, name, args } = prepared.call
  const key = `tool ${toolCallId}`
  const outcome = await execution.journal.once(key, async () => {
    // A call that waits for a person within is told once, however often the step begins anew.
    if (execution.journal.read(`${key} begun`) === undefined)
      execution.emit({ type: 'tool-start', toolCallId, name, args })
    execution.journal.note(`${key} begun`, true)
    const { message, ...end } = await attempt(prepared, init)
    execution.emit({ type: 'tool-end', toolCallId, name, ...end })
    // An outcome is plain JSON; only its being an interface keeps the compiler from seeing that.
    return { message, ...end } as unknown as Json
  })
  // What the journal gives is what was noted under this key.
  return outcome as unknown as ToolOutcome
}

async function attempt(prepared: PreparedCall, init: StepToolsInit): Promise<ToolOutcome> {
  const { id: toolCallId, name } = prepared.call
  try {
    const result = 'refusal' in prepared ? refuse(prepared.refusal) : await invoke(prepared, init)
    const content = typeof result === 'string' ? result : JSON.stringify(result)
    return { message: { role: 'tool', name, content, toolCallId }, result }
  } catch (thrown) {
    // Neither of them is the tool's affair: the run was stopped, or waits for a person.
    if (init.signal.signal.aborted || Unanswered.isInstance(thrown)) throw thrown
    const fault = toToolFault(thrown, name)
    const problem = { ...fault.toProblem(), stepId: init.execution.step.id }
    return { message: { role: 'tool', name, content: `Error: ${fault.message}`, toolCallId }, problem }
  }
}

function refuse(refusal: AgentError): never {
  throw refusal
}

type Callable = Exclude<PreparedCall, { readonly refusal: AgentError }>

async function invoke({ call, tool, config }: Callable, init: StepToolsInit): Promise<Json> {
  const { functions } = init.execution.session.services
  const own = Object.hasOwn(functions, config.name) ? functions[config.name] : undefined
  const { signal } = init.signal
  const given = own === undefined ? undefined : () => own(call.args, { signal })
  const work = given ?? (() => tool.definition?.run(call.args, config, toToolContext(call.id, init)))
  const result = normalizeJson((await untilStopped(work, signal)) ?? null, `result of ${config.name}`)
  const { length } = JSON.stringify(result)
  if (length <= MAX_RESULT) return result
  const message = word('The result of {name} has {length} characters; {limit} are allowed. Ask for less.', {
    name: config.name,
    length,
    limit: MAX_RESULT,
  })
  throw new AgentError('tool.failed', message, { detail: { detail: { limit: MAX_RESULT, length } } })
}

/** Ends with the signal, also when the work does not listen to it. */
async function untilStopped<Result>(work: () => Result | Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted()
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work(), stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function toToolContext(callId: string, { execution, signal, runAgent }: StepToolsInit): ToolContext {
  const { session } = execution
  const { fetch, sandbox, keys } = session.services
  return {
    signal: signal.signal,
    fetch,
    sandbox,
    keys,
    log: (level, message) => execution.log(level, message),
    runAgent: (agent, input) => runAgent(agent, input, `tool ${callId} agent`),
    share: (key, open) => session.resources.share(key, open),
  }
}

/** A tool's fault under a code of tools; what lies behind it is kept as its cause. */
function toToolFault(thrown: unknown, name: string): AgentError {
  const message = word('{name} failed: {reason}', { name, reason: wordingOf(thrown) })
  if (!AgentError.isInstance(thrown)) return new AgentError('tool.failed', message, { cause: thrown })
  if (thrown.code.startsWith('tool.')) return thrown
  const { code, detail } = thrown
  return new AgentError('tool.failed', message, {
    cause: thrown,
    detail: { ...detail, providerCode: detail?.providerCode ?? code },
  })
}

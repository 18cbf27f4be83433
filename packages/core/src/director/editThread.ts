import { AgentError } from '../errors/AgentError.ts'
import { word } from '../language/word.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { overlayServices } from './resolveServices.ts'
import { checkEdit } from './run/checkEdit.ts'
import type { RunInput } from './run/checkInput.ts'
import { type Halt, readHalt } from './run/halt.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import { RunSession } from './run/RunSession.ts'
import type { SessionInit } from './run/SessionInit.ts'
import type { EditOptions, ThreadEdit } from './ThreadEdit.ts'
import { toCallConfig } from './toLangGraph.ts'
import { type Passage, readPlace, readState } from './toRunEvents.ts'
import { toStateEdit } from './toStateEdit.ts'

/**
 * Sets fields of a thread that stands at a breakpoint; it still stands there afterwards. Where the breakpoint is one of a
 * called agent, they are fields of that.
 */
export async function editThread(
  runtime: AgentRuntime,
  values: RunInput,
  { threadId, services: given }: EditOptions,
): Promise<ThreadEdit> {
  const { busy } = runtime
  if (busy.has(threadId))
    throw new AgentError('run.failed', word('The run goes on: its state can be edited when it waits.'))
  const services = overlayServices(runtime.services, given)
  const thread = { threadId, services, checkpointer: services.checkpointer ?? runtime.memory }
  busy.add(threadId)
  try {
    const { questions } = await readPlace(toPlace(runtime, thread))
    const [halt] = questions.flatMap(({ question }) => readHalt(question) ?? [])
    return halt === undefined ? await edit(runtime, values, thread) : await editWithin(runtime, values, thread, halt)
  } finally {
    busy.delete(threadId)
  }
}

type Thread = Pick<SessionInit, 'threadId' | 'services' | 'checkpointer'>

function toPlace(runtime: AgentRuntime, thread: Thread): Omit<Passage, 'input'> {
  const { plan, graph, configHash } = runtime
  const session = new RunSession({ ...thread, plan, configHash, receive: () => {}, breakpoints: {} })
  return {
    ...{ graph, plan, session, checkpointer: thread.checkpointer, lasting: true },
    ...{ signal: new AbortController().signal, breakpoints: {}, recursionLimit: plan.recursionLimit },
  }
}

async function edit(runtime: AgentRuntime, values: RunInput, thread: Thread): Promise<ThreadEdit> {
  const { plan, graph } = runtime
  const place = toPlace(runtime, thread)
  const checked = checkEdit(values, plan.stateType, place.session.createId)
  const { active, questions } = await readPlace(place)
  const [first] = active
  if (first === undefined || questions.length > 0) throw notThere()
  const config = toCallConfig(place.session, thread.checkpointer)
  const { metadata } = await graph.getState(config)
  const stateEdit = toStateEdit({ plan, values: checked, next: active, superstep: (metadata?.step ?? -1) + 1 })
  await graph.updateState(config, stateEdit, nodeIdsOf(plan).get(first) ?? first)
  return { values: checked, state: await readState(place), stepIds: active }
}

/** A called agent runs as a thread of its own beside the one that called it: that thread is edited. */
async function editWithin(
  runtime: AgentRuntime,
  values: RunInput,
  thread: Thread,
  { breakpoint: { agentId = '', path, key }, threadId }: Halt,
): Promise<ThreadEdit> {
  // What a checkpoint says may have been made by others: only what belongs to this thread is touched.
  if (!threadId.startsWith(`${thread.threadId}/`)) throw notThere()
  const edited = await edit(await runtime.openAgent(agentId), values, { ...thread, threadId })
  return { ...edited, ...(path === undefined ? {} : { path }), ...(key === undefined ? {} : { key }) }
}

function notThere(): AgentError {
  return new AgentError('build.argument', word('The state can be edited while a run waits at a breakpoint.'))
}

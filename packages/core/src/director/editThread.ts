import { AgentError } from '../errors/AgentError.ts'
import type { AgentRuntime } from './AgentRuntime.ts'
import { overlayServices } from './resolveServices.ts'
import { checkEdit } from './run/checkEdit.ts'
import type { RunInput } from './run/checkInput.ts'
import { nodeIdsOf } from './run/nodeIds.ts'
import { RunSession } from './run/RunSession.ts'
import type { EditOptions, ThreadEdit } from './ThreadEdit.ts'
import { toCallConfig } from './toLangGraph.ts'
import { readPlace, readState } from './toRunEvents.ts'
import { toStateEdit } from './toStateEdit.ts'

/** Sets fields of a thread that stands at a breakpoint; it still stands there afterwards. */
export async function editThread(
  runtime: AgentRuntime,
  values: RunInput,
  { threadId, services: given }: EditOptions,
): Promise<ThreadEdit> {
  const { plan, graph, configHash, busy } = runtime
  if (busy.has(threadId)) throw new AgentError('run.failed', 'The run goes on: its state can be edited when it waits.')
  const services = overlayServices(runtime.services, given)
  const checkpointer = services.checkpointer ?? runtime.memory
  const told = { plan, configHash, services, receive: () => {}, breakpoints: {} }
  const session = new RunSession({ ...told, threadId, checkpointer })
  const checked = checkEdit(values, plan.stateType, session.createId)
  const place = {
    ...{ graph, plan, session, checkpointer, lasting: true },
    ...{ signal: new AbortController().signal, breakpoints: {}, recursionLimit: plan.recursionLimit },
  }
  busy.add(threadId)
  try {
    const { active, questions } = await readPlace(place)
    const [first] = active
    if (first === undefined || questions.length > 0) throw notThere()
    const config = toCallConfig(session, checkpointer)
    const { metadata } = await graph.getState(config)
    const edit = toStateEdit({ plan, values: checked, next: active, superstep: (metadata?.step ?? -1) + 1 })
    await graph.updateState(config, edit, nodeIdsOf(plan).get(first) ?? first)
    return { values: checked, state: await readState(place), stepIds: active }
  } finally {
    busy.delete(threadId)
  }
}

function notThere(): AgentError {
  return new AgentError('build.argument', 'The state can be edited while a run waits at a breakpoint of its own agent.')
}

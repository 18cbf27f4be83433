import { type AgentConfig, dissolveSubagent, makeSubagent, type Reshaped } from '@petal/core/model'
import { msg } from '@petal/ui/language'
import type { AgentDocument } from '../AgentDocument.ts'
import { keepPlaces } from '../operations/keepPlaces.ts'
import { placeSteps } from '../placeSteps.ts'
import { selectDocument, selectFocus, selectSelection } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'

const noLayout = {}

/** Making one step of several, and several of one. Each is refused with a reason where a run would end differently. */
export function reshapeActions({ store, registry, history, session }: EditorTools) {
  const reshape = (label: string, change: (agent: AgentConfig) => Reshaped): void => {
    const document = selectDocument(store.getState())
    const reshaped = change(toWhole(document))
    if (!reshaped.ok) {
      session.refuse(reshaped.reason)
      return
    }
    if (!history.commit(label, () => toParts(document, reshaped.config), 'record')) return
    session.select({ stepIds: reshaped.stepIds })
    session.announce(label)
  }
  return {
    /** Makes the selected steps an agent of the file, and puts a step that calls it in their place. */
    makeSubAgent: (): void => {
      const { stepIds } = selectSelection(store.getState())
      reshape(msg('Make sub-agent'), (agent) => makeSubagent(agent, stepIds, registry))
    },
    /** Puts the steps of the agent that a step calls in its place. */
    dissolve: (stepId: string): void => {
      const self = selectFocus(store.getState())
      reshape(msg('Dissolve sub-agent'), (agent) => dissolveSubagent(agent, stepId, registry, self))
    },
  }
}

/** The agent in hand with all layouts in it, as the core knows it. */
function toWhole({ agent, layout, layouts }: AgentDocument): AgentConfig {
  const { agents } = agent
  if (agents === undefined) return { ...agent, layout }
  const placed = Object.entries(agents).map(([id, inner]): [string, AgentConfig] => [
    id,
    { ...inner, layout: layouts[id] ?? inner.layout },
  ])
  return { ...agent, layout, agents: Object.fromEntries(placed) }
}

/** The document again. Agents that were there before stay the same objects. */
function toParts(document: AgentDocument, config: AgentConfig): AgentDocument {
  const known = document.agent.agents ?? {}
  const { agents, ...own } = config
  const list = Object.entries(agents ?? {}).map(([id, inner]): [string, AgentConfig] => [id, known[id] ?? inner])
  const agent = {
    ...own,
    layout: noLayout,
    ...(agents === undefined ? {} : { agents: Object.fromEntries(list) }),
  }
  return { ...keepPlaces(document, agent), layout: placeSteps(config) }
}

import {
  type AgentConfig,
  addAgent,
  createAgentId,
  removeAgent,
  renameAgent,
  setName,
  takeAgent,
} from '@petal/core/model'
import { msg, t } from '@petal/ui/language'
import { agentTitle } from '../agentTitle.ts'
import { createEmptyAgent } from '../createEmptyAgent.ts'
import { freeNameAmong } from '../freeName.ts'
import { listAgentUses } from '../listAgentUses.ts'
import { keepPlaces } from '../operations/keepPlaces.ts'
import { setStepValue } from '../operations/setStepValue.ts'
import { selectFile, selectFileAgent } from '../selectors.ts'
import type { EditorTools } from './EditorTools.ts'
import { withTrail } from './withTrail.ts'

/** What a person does with the agents of the file. Each way gives false, or no id, when nothing may be changed. */
export function agentActions({ store, registry, facts, history, session }: EditorTools) {
  const file = () => selectFileAgent(store.getState())
  const add = (label: string, agent: AgentConfig): string | undefined => {
    const taken = takeAgent(file(), { ...agent, name: freeAgentName(file(), agentTitle(agent)) }, registry)
    const changed = history.commitFile(label, (document) => keepPlaces(document, taken.config), 'record')
    return changed ? taken.agentId : undefined
  }
  return {
    /** Makes an empty agent. Gives its id. */
    createAgent: (): string | undefined => add(msg('Add agent'), createEmptyAgent(t('New agent'))),
    /** Makes an empty agent and puts its id into a setting of a step of the agent in hand. */
    createAgentFor: (stepId: string, path: string): void => {
      const agent = createEmptyAgent(freeAgentName(file(), t('New agent')))
      const agentId = createAgentId(file(), agentTitle(agent))
      const changed = history.commit(
        msg('Add agent'),
        (document) => {
          const longer = addAgent(document.agent, agentId, agent)
          return keepPlaces(document, setStepValue(longer, facts, { stepId, path, value: agentId }))
        },
        'record',
      )
      if (changed) session.announce(t('Added {agentTitle}', { agentTitle: agentTitle(agent) }))
    },
    /** Copies an agent of elsewhere, with those it calls, into the file. Gives its id. */
    takeAgent: (agent: AgentConfig): string | undefined => add(msg('Take agent from the library'), agent),
    duplicateAgent: (agentId: string): string | undefined => {
      const document = selectFile(store.getState())
      const agent = document.agent.agents?.[agentId]
      return agent && add(msg('Duplicate agent'), { ...agent, layout: document.layouts[agentId] ?? {} })
    },
    /** Gives an agent another name, and an id that goes with it, wherever it is called. */
    renameAgent: (agentId: string, name: string): void => {
      const wish = name.trim()
      const agent = file().agents?.[agentId]
      if (agent === undefined || wish === '' || wish === agent.name) return
      const next = createAgentId(removeAgent(file(), agentId), wish)
      const { trail } = store.getState().session
      const changed = history.commitFile(
        msg('Rename agent'),
        (document) => {
          const { agents } = document.agent
          const named = { ...document.agent, agents: { ...agents, [agentId]: setName(agent, wish) } }
          const { [agentId]: layout = {}, ...layouts } = document.layouts
          return {
            ...document,
            agent: renameAgent(named, agentId, next, registry),
            layouts: { ...layouts, [next]: layout },
          }
        },
        'record',
      )
      const renamed = trail.map((opened) => (opened.agentId === agentId ? { ...opened, agentId: next } : opened))
      if (changed) store.setState((state) => withTrail(state, renamed))
    },
    /** Removes an agent that nothing calls. */
    removeAgent: (agentId: string): boolean => {
      const uses = listAgentUses(file(), facts).get(agentId) ?? 0
      if (uses > 0) {
        const title = agentTitle(file().agents?.[agentId], agentId)
        session.announce(t('{title} is still called, so it stays', { title }))
        return false
      }
      return history.editFile(msg('Remove agent'), (agent) => removeAgent(agent, agentId), 'record')
    },
  }
}

function freeAgentName({ agents = {} }: AgentConfig, wish: string): string {
  return freeNameAmong(new Set(Object.values(agents).map(({ name }) => name ?? undefined)), wish)
}

import type { EditorStore } from '../editor/createEditorStore.ts'
import type { EditorActions } from '../editor/editorActions.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:breakpoints'
/** How many agents keep theirs; the ones whose were set last. */
const AGENTS_KEPT = 50

/** Puts the breakpoints of an agent back when it is opened, as they were last on this device, and keeps them so. */
export function rememberBreakpoints(
  store: EditorStore,
  actions: Pick<EditorActions, 'setBreakpoints'>,
  storage: SmallStorage,
): void {
  store.subscribe(({ session: { agentId, breakpoints } }, previous) => {
    if (agentId === undefined) return
    const isOpened = agentId !== previous.session.agentId
    if (!isOpened && breakpoints === previous.session.breakpoints) return
    const kept = readBreakpoints(storage)
    const own = kept.find(([id]) => id === agentId)
    // An agent that goes on under another id takes them along.
    if (isOpened && (breakpoints.length === 0 || own !== undefined)) {
      if (own !== undefined) actions.setBreakpoints(own[1])
      return
    }
    const others = kept.filter(([id]) => id !== agentId)
    const all = breakpoints.length === 0 ? others : [...others, [agentId, breakpoints] as const]
    storage.setItem(storageKey, JSON.stringify(all.slice(-AGENTS_KEPT)))
  })
}

type AgentBreakpoints = readonly [agentId: string, stepIds: readonly string[]]

/** What another tab, or a person, wrote there may be anything. */
function readBreakpoints(storage: SmallStorage): readonly AgentBreakpoints[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(toAgentBreakpoints) : []
  } catch {
    return []
  }
}

function toAgentBreakpoints(entry: unknown): readonly AgentBreakpoints[] {
  if (!Array.isArray(entry)) return []
  const [agentId, stepIds]: readonly unknown[] = entry
  if (typeof agentId !== 'string' || !Array.isArray(stepIds)) return []
  return [[agentId, stepIds.filter((id) => typeof id === 'string')]]
}

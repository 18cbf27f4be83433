import type { EditorStore } from '../editor/createEditorStore.ts'
import type { MarkedSteps } from '../editor/EditorState.ts'
import type { EditorActions } from '../editor/editorActions.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:breakpoints'
/** How many files keep theirs; the ones whose were set last. */
const FILES_KEPT = 50

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
    if (isOpened && (isEmpty(breakpoints) || own !== undefined)) {
      if (own !== undefined) actions.setBreakpoints(own[1])
      return
    }
    const others = kept.filter(([id]) => id !== agentId)
    const all = isEmpty(breakpoints) ? others : [...others, [agentId, breakpoints] as const]
    storage.setItem(storageKey, JSON.stringify(all.slice(-FILES_KEPT)))
  })
}

type FileBreakpoints = readonly [fileId: string, marked: MarkedSteps]

function isEmpty(marked: MarkedSteps): boolean {
  return Object.keys(marked).length === 0
}

/** What another tab, or a person, wrote there may be anything. */
function readBreakpoints(storage: SmallStorage): readonly FileBreakpoints[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(toFileBreakpoints) : []
  } catch {
    return []
  }
}

function toFileBreakpoints(entry: unknown): readonly FileBreakpoints[] {
  if (!Array.isArray(entry)) return []
  const [fileId, marked]: readonly unknown[] = entry
  if (typeof fileId !== 'string' || typeof marked !== 'object' || marked === null) return []
  const lists = Object.entries(marked).flatMap(([agentId, stepIds]: [string, unknown]): [string, string[]][] =>
    Array.isArray(stepIds) ? [[agentId, stepIds.filter((id) => typeof id === 'string')]] : [],
  )
  return [[fileId, Object.fromEntries(lists)]]
}

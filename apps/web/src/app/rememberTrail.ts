import type { EditorStore } from '../editor/createEditorStore.ts'
import type { EditorActions } from '../editor/editorActions.ts'
import type { OpenedAgent, Trail } from '../editor/trail.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'

const storageKey = 'petal-studio:trail'

/** Opens the agents again that were open in place before a reload, as long as the same file is opened. */
export function rememberTrail(
  store: EditorStore,
  actions: Pick<EditorActions, 'restoreTrail'>,
  storage: SmallStorage,
): void {
  let before = readTrail(storage)
  store.subscribe(({ session: { agentId, trail } }, previous) => {
    if (agentId !== previous.session.agentId) {
      const kept = before
      before = undefined
      if (kept !== undefined && kept.fileId === agentId && kept.trail.length > 0) actions.restoreTrail(kept.trail)
    } else if (trail !== previous.session.trail) {
      storage.setItem(storageKey, JSON.stringify({ fileId: agentId, trail: trail.map(withoutRun) }))
    }
  })
}

/** Which run is looked at is forgotten with the run. */
function withoutRun({ run: _, ...opened }: OpenedAgent): OpenedAgent {
  return opened
}

function readTrail(storage: SmallStorage): { readonly fileId: unknown; readonly trail: Trail } | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return undefined
    const trail: unknown = Reflect.get(stored, 'trail')
    return { fileId: Reflect.get(stored, 'fileId'), trail: Array.isArray(trail) ? trail.flatMap(toOpened) : [] }
  } catch {
    return undefined
  }
}

function toOpened(value: unknown): readonly OpenedAgent[] {
  if (typeof value !== 'object' || value === null) return []
  const { agentId, stepId } = value as { readonly agentId?: unknown; readonly stepId?: unknown }
  if (typeof agentId !== 'string') return []
  return [typeof stepId === 'string' ? { agentId, stepId } : { agentId }]
}

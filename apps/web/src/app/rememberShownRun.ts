import type { EditorStore } from '../editor/createEditorStore.ts'
import type { EditorState, RunTab } from '../editor/EditorState.ts'
import type { EditorActions } from '../editor/editorActions.ts'
import type { SmallStorage } from '../look/deviceStorage.ts'
import type { RunController } from '../runner/RunController.ts'
import { recordIdOf } from '../runner/recordIdOf.ts'

const storageKey = 'petal-studio:shown-runs'
/** How many agents keep theirs; the ones whose were looked at last. */
const AGENTS_KEPT = 50

const tabs: readonly RunTab[] = ['run', 'timeline', 'state', 'messages', 'logs', 'usage']

/** What was on screen of a run, by the id that it began with: that of its record. */
interface ShownRun {
  readonly runId: string
  readonly tab: RunTab
  /** Without one: the newest moment. */
  readonly momentId?: string
}

type KeptRuns = readonly (readonly [agentId: string, shown: ShownRun])[]

/** Keeps on this device what is shown of the run on screen: which run, which tab, which moment. */
export function rememberShownRun(store: EditorStore, storage: SmallStorage): void {
  const keep = (state: EditorState) => {
    const { agentId } = state.session
    if (agentId === undefined) return
    const others = readKept(storage).filter(([id]) => id !== agentId)
    const shown = shownOf(state)
    const all = shown === undefined ? others : [...others, [agentId, shown] as const]
    storage.setItem(storageKey, JSON.stringify(all.slice(-AGENTS_KEPT)))
  }
  store.subscribe((state, before) => {
    // Another agent is opened without its run: that one comes back from here.
    if (state.session.agentId === before.session.agentId && !sameShown(state, before)) keep(state)
  })
  if (shownOf(store.getState()) !== undefined) keep(store.getState())
}

/**
 * Shows the run again that was on screen when this agent was last open here. False when there is none to show: none was,
 * it is gone, or it was cut off, which is told elsewhere.
 */
export async function showLastRun(
  {
    store,
    actions,
  }: { readonly store: EditorStore; readonly actions: Pick<EditorActions, 'setPanels' | 'showMoment'> },
  runs: Pick<RunController, 'archive' | 'stored'>,
  storage: SmallStorage,
): Promise<boolean> {
  const { agentId } = store.getState().session
  const shown = readKept(storage).find(([id]) => id === agentId)?.[1]
  const records = runs.archive.records.getState()
  const record = records.find(({ runId }) => runId === shown?.runId)
  if (shown === undefined || record === undefined || store.getState().runs.current !== undefined) return false
  if (record.status === 'running' || (record.status === 'interrupted' && record === records[0])) return false
  if ((await runs.stored.show(record)) === 'busy') return true
  const { tab: runTab, momentId } = shown
  actions.setPanels({ runTab })
  const runId = store.getState().runs.current?.runId
  if (momentId !== undefined && runId !== undefined) actions.showMoment({ runId, id: momentId })
  return true
}

function shownOf({ runs: { current }, session: { panels, moment } }: EditorState): ShownRun | undefined {
  if (current === undefined) return undefined
  const seen = moment?.runId === current.runId ? { momentId: moment.id } : {}
  return { runId: recordIdOf(current), tab: panels.runTab, ...seen }
}

function sameShown({ runs, session }: EditorState, before: EditorState): boolean {
  return (
    runs.current?.runId === before.runs.current?.runId &&
    session.panels.runTab === before.session.panels.runTab &&
    session.moment === before.session.moment
  )
}

/** What another tab, or a person, wrote there may be anything. */
function readKept(storage: SmallStorage): KeptRuns {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(toKept) : []
  } catch {
    return []
  }
}

function toKept(entry: unknown): KeptRuns {
  if (!Array.isArray(entry)) return []
  const [agentId, shown]: readonly unknown[] = entry
  if (typeof agentId !== 'string' || typeof shown !== 'object' || shown === null) return []
  const { runId, tab, momentId } = shown as { readonly [name: string]: unknown }
  const known = tabs.find((name) => name === tab)
  if (typeof runId !== 'string' || known === undefined) return []
  return [[agentId, { runId, tab: known, ...(typeof momentId === 'string' ? { momentId } : {}) }]]
}

import type { Editor } from '../editor/createEditor.ts'
import type { Planner } from '../editor/createPlanner.ts'
import { hasFileAccess } from '../files/hasFileAccess.ts'
import { afterPaint } from '../look/afterPaint.ts'
import { deviceStorage } from '../look/deviceStorage.ts'
import { loadPatiently } from '../look/loadPatiently.ts'
import { whenIdle } from '../look/whenIdle.ts'
import { markInterrupted } from '../runner/markInterrupted.ts'
import { followSharedLinks } from '../share/followSharedLinks.ts'
import { emptyOldTrash } from '../storage/agentActions.ts'
import type { Services } from './createServices.ts'
import { startPlugins } from './startPlugins.ts'

/** Brings the app to life: plugins, keys, the agent of last time, and everything that follows what is open. */
export async function startServices(editor: Editor, services: Services): Promise<void> {
  const { workspace, keyring } = services
  followSharedLinks(window, editor.actions.offerShared)
  followOpenAgent(editor, services)
  startPlanning(editor)
  // What was refused for the agent's problems stays refused only as long as it has them.
  editor.planner.judgement.subscribe(({ result }) => result.ok && services.runs.mended())
  services.runs.activity.subscribe(({ refused }) => refused && editor.actions.markAdded(undefined))
  saveOnLeaving(services)
  keyring.load()
  const shown = workspace.start()
  startPlugins(editor, services, { storage: deviceStorage, shown })
  // The agent is on screen first: the list of its runs is read again when they are judged.
  await Promise.all([shown, markInterrupted(workspace.library.runs).catch(() => undefined)])
  startFiles(services)
  afterPaint(() => void startKeeping(editor, services))
}

/** What is kept of a visit, and what has been kept long enough. */
async function startKeeping(editor: Editor, { workspace, runs }: Services): Promise<void> {
  loadPatiently(() => import('./rememberFixedOutputs.ts')).then(({ rememberFixedOutputs }) =>
    rememberFixedOutputs(editor, workspace.library),
  )
  loadPatiently(() => import('./tellUnfetched.ts')).then(({ tellUnfetched }) => tellUnfetched())
  loadPatiently(() => import('./rememberShownRun.ts')).then(({ rememberShownRun }) =>
    rememberShownRun(editor.store, deviceStorage),
  )
  await runs.archive.refresh().catch(() => undefined)
  await emptyOldTrash(workspace, Date.now()).catch(() => undefined)
  await runs.threads.purgeForgotten(Date.now()).catch(() => undefined)
}

/** Fetches what judges agents, once the first one is on screen. */
function startPlanning({ store, planner }: Editor): void {
  const unsubscribe = store.subscribe(({ session }) => {
    if (session.agentId === undefined) return
    unsubscribe()
    void planned(planner)
  })
}

/** Until agents can be judged, or cannot: whoever runs one is told. What is on screen is painted first. */
function planned({ judgement, whenReady }: Planner): Promise<void> {
  return new Promise((resolve) => {
    if (judgement.getState().isJudged) resolve()
    else afterPaint(() => whenReady(resolve, () => resolve()))
  })
}

/** Where files can be saved to again: finds that of the open agent, once the first one is on screen. */
function startFiles({ files }: Services): void {
  if (hasFileAccess()) afterPaint(() => void files.open().catch(() => undefined))
}

/** Another agent has other runs, other inputs, and asks for the engine's help only once it is edited. */
function followOpenAgent(editor: Editor, { runs }: Services): void {
  const { store, planner } = editor
  let edits = 0
  store.subscribe(async (state, previous) => {
    if (state.session.agentId === previous.session.agentId) {
      if (state.history.present !== previous.history.present && edits++ === 0) onFirstEdit(runs)
      return
    }
    runs.leave()
    runs.input.reset([])
    const { agentId } = state.session
    await runs.archive.open(agentId)
    await runs.threads.open(agentId)
    await planned(planner)
    if (store.getState().session.agentId !== agentId) return
    const records = runs.archive.records.getState()
    runs.input.reset(records.map(({ input }) => input))
    // What was shown is on screen again, as if the page had never been away; else what waits for the person, or was said
    // last. None is worth failing for.
    await showWhatWas(editor, runs, agentId).catch(() => undefined)
  })
}

async function showWhatWas(editor: Editor, runs: Services['runs'], agentId: string | undefined): Promise<void> {
  const { showLastRun } = await import('./rememberShownRun.ts')
  if (editor.store.getState().session.agentId !== agentId) return
  if (await showLastRun(editor, runs, deviceStorage)) return
  const [newest] = runs.archive.records.getState()
  if (newest?.status === 'paused') await runs.stored.restore(newest)
  else await runs.conversations.openLast()
}

/** The person means it: fetch the engine before it is wanted, and ask the browser to keep what will be saved. */
function onFirstEdit(runs: Services['runs']): void {
  whenIdle(() => runs.preload(), 2000)
  navigator.storage?.persist?.().catch(() => undefined)
}

function saveOnLeaving({ workspace }: Services): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') workspace.save()
  })
  window.addEventListener('pagehide', () => workspace.rescue())
  window.addEventListener('beforeunload', (event) => {
    if (workspace.unsaved) event.preventDefault()
  })
}

import { t } from '@petal/ui/language'
import { createDocumentDatabase, type DocumentDatabase } from '../documents/documentDatabase.ts'
import { toAgentConfig } from '../editor/AgentDocument.ts'
import type { Editor } from '../editor/createEditor.ts'
import { listReaders } from '../editor/listReaders.ts'
import { selectFile, selectFileAgent, selectRun } from '../editor/selectors.ts'
import { createFiles, type Files } from '../files/createFiles.ts'
import { openOnce } from '../page-models/openOnce.ts'
import type { OpenPageModels } from '../page-models/openPageModels.ts'
import type { PluginCollection } from '../plugins/loaded/PluginCollection.ts'
import { createEngineWorker } from '../runner/createEngineWorker.ts'
import { createRunner } from '../runner/createRunner.ts'
import { RunArchive } from '../runner/RunArchive.ts'
import { RunController } from '../runner/RunController.ts'
import { RunInput } from '../runner/RunInput.ts'
import type { Runner } from '../runner/Runner.ts'
import { Threads } from '../runner/Threads.ts'
import { createAddress } from '../storage/address.ts'
import { createLibrary } from '../storage/createLibrary.ts'
import { Keyring } from '../storage/Keyring.ts'
import { createKeyDatabase } from '../storage/keyDatabase.ts'
import { openFirstExample } from '../storage/openFirstExample.ts'
import { UNNAMED } from '../storage/toAgentDraft.ts'
import { Workspace } from '../storage/Workspace.ts'

/** What the app keeps and runs agents with. */
export interface Services {
  readonly workspace: Workspace
  readonly keyring: Keyring
  readonly runner: Runner
  readonly runs: RunController
  readonly documents: DocumentDatabase
  readonly files: Files
  /** The models that run in this page, fetched when first asked for. */
  readonly pageModels: () => Promise<OpenPageModels>
  /** The plugins that the person has loaded, once they and those beside the app are in the registry. */
  readonly plugins: () => Promise<PluginCollection>
}

/** Makes the services of one editor. Nothing is opened, fetched or started yet: `startServices` does. */
export function createServices(editor: Editor): Services {
  const { store, actions, planner } = editor
  const keyring = new Keyring(createKeyDatabase())
  const pageModels = openOnce(async () => (await import('../page-models/openPageModels.ts')).openPageModels())
  const runner = createRunner((listener) => createEngineWorker(async () => (await pageModels()).engine, listener))
  const plugins = openOnce(async () => {
    const { openPlugins } = await import('../plugins/loaded/openPlugins.ts')
    return openPlugins(editor, runner)
  })
  const library = createLibrary()
  const workspace: Workspace = new Workspace({
    library,
    editor,
    address: createAddress(window),
    rescue: localStorage,
    firstAgent: openFirstExample,
    mergeTab: async (merge) => (await import('../storage/mergeTab.ts')).mergeTab(workspace, editor, merge),
  })
  const agent = () => toAgentConfig(selectFile(store.getState()))
  // The plan is asked for the agent without its layout: that one is kept, and judged once.
  const plan = () => planner.plan(selectFileAgent(store.getState()))
  const currentRun = () => selectRun(store.getState())
  const readersOf = (field: string) => listReaders(editor, selectFileAgent(store.getState()), plan(), field)
  const runs = new RunController({
    runner,
    registry: editor.registry,
    keyring,
    runs: library.runs,
    archive: new RunArchive(library.runs, library.threads),
    threads: new Threads({ store: library.threads, forget: (threadIds) => runner.forgetThreads(threadIds) }),
    input: new RunInput({ agent, plan, currentRun, readersOf }),
    agent,
    plan,
    whenPlanned: (work) =>
      planner.whenReady(work, () =>
        actions.refuse(t('A part of the app could not be loaded. Check the connection, then try again.')),
      ),
    currentRun,
    identity: () => ({ id: store.getState().session.agentId ?? '', name: agent().name ?? UNNAMED }),
    readOnly: () => store.getState().session.readOnly,
    isTrusted: () => !workspace.state.getState().untrusted,
    trust: () => workspace.trust(),
    breakpoints: () => store.getState().session.breakpoints,
    fixedOutputs: () => store.getState().session.fixedOutputs,
    receive: actions.receive,
    clearRun: actions.clearRun,
  })
  const files = createFiles(editor, workspace)
  return { workspace, keyring, runner, runs, documents: createDocumentDatabase(), files, pageModels, plugins }
}

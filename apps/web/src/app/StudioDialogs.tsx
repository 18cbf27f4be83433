import { type ComponentType, Suspense, useEffect } from 'react'
import { useStore } from 'zustand/react'
import { useEditor } from '../editor/EditorContext.tsx'
import type { DialogName } from '../editor/EditorState.ts'
import { FindDialog } from '../features/find/FindDialog.tsx'
import { useFilesState } from '../files/FilesContext.tsx'
import { lazyPart } from '../look/lazyPart.ts'
import { useRunActivity, useRunController } from '../runner/RunContext.tsx'
import { useWorkspace, useWorkspaceState } from '../storage/WorkspaceContext.tsx'

const LibraryDialog = lazyPart(async () => (await import('../features/library/LibraryDialog.tsx')).LibraryDialog)
const KeptBothDialog = lazyPart(async () => (await import('../features/library/KeptBothDialog.tsx')).KeptBothDialog)
const MergeDialog = lazyPart(async () => (await import('../features/library/merge/MergeDialog.tsx')).MergeDialog)
const MadeMergeNote = lazyPart(async () => (await import('../features/library/merge/MadeMergeNote.tsx')).MadeMergeNote)
const TakeAgentDialog = lazyPart(async () => (await import('../features/library/TakeAgentDialog.tsx')).TakeAgentDialog)
const VersionsDialog = lazyPart(
  async () => (await import('../features/library/versions/OpenAgentVersions.tsx')).OpenAgentVersions,
)
const CompareDialog = lazyPart(
  async () => (await import('../features/run-panel/compare/CompareDialog.tsx')).CompareDialog,
)
const TestsDialog = lazyPart(async () => (await import('../features/agent-tests/TestsDialog.tsx')).TestsDialog)
const ComparisonDialog = lazyPart(
  async () => (await import('../features/canvas/comparison/ComparisonDialog.tsx')).ComparisonDialog,
)
const TrustDialog = lazyPart(async () => (await import('../features/run-panel/TrustDialog.tsx')).TrustDialog)
const ForkDialog = lazyPart(async () => (await import('../features/run-panel/fork/ForkDialog.tsx')).ForkDialog)
const FileChanged = lazyPart(async () => (await import('./FileChanged.tsx')).FileChanged)
const KeysDialog = lazyPart(async () => (await import('../features/keys/KeysDialog.tsx')).KeysDialog)
const SettingsDialog = lazyPart(async () => (await import('../features/settings/SettingsDialog.tsx')).SettingsDialog)

const PluginsDialog = lazyPart(async () => (await import('../features/plugins/PluginsDialog.tsx')).PluginsDialog)

const dialogs: Partial<Readonly<Record<DialogName, ComponentType>>> = {
  library: LibraryDialog,
  takeAgent: TakeAgentDialog,
  keys: KeysDialog,
  settings: SettingsDialog,
  plugins: PluginsDialog,
  versions: VersionsDialog,
  compare: CompareDialog,
  tests: TestsDialog,
  saveTest: TestsDialog,
  // One types on at once after its key: it is there with the others, not on its way.
  find: FindDialog,
}

/** Every dialog about agents as a whole, each loaded when it is first opened. */
export function StudioDialogs() {
  const open = useEditor((state) => state.session.dialog)
  const keptBoth = useWorkspaceState((state) => state.keptBoth !== undefined)
  const { merges } = useWorkspace()
  const asksForMerge = useStore(merges.state, (state) => state.question !== undefined)
  const hasMerged = useStore(merges.state, (state) => state.made !== undefined)
  const isFileChanged = useFilesState((state) => state.change !== undefined)
  const asksForTrust = useRunActivity().gate?.kind === 'trust'
  const isForking = useStore(useRunController().fork, ({ executionId }) => executionId !== undefined)
  const isComparing = useEditor((state) => state.session.comparison !== undefined)
  useProblemToast()
  const Dialog = open === undefined ? undefined : dialogs[open]
  return (
    <Suspense fallback={null}>
      {Dialog === undefined ? null : <Dialog />}
      {keptBoth ? <KeptBothDialog /> : null}
      {asksForMerge ? <MergeDialog /> : null}
      {hasMerged ? <MadeMergeNote /> : null}
      {isFileChanged && !asksForMerge ? <FileChanged /> : null}
      {isComparing ? <ComparisonDialog /> : null}
      {asksForTrust ? <TrustDialog /> : null}
      {isForking ? <ForkDialog /> : null}
    </Suspense>
  )
}

/** Says why an agent that was asked for by its address cannot be opened. */
function useProblemToast(): void {
  const problem = useWorkspaceState((state) => state.problem)
  useEffect(() => {
    if (problem === undefined) return
    import('../features/library/reportProblem.ts').then(({ reportProblem }) => reportProblem(problem))
  }, [problem])
}

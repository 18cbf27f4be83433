import { AgentError, type Problem } from '@petal/core/model'
import { Suspense, useCallback, useState } from 'react'
import { toAgentConfig } from '../../editor/AgentDocument.ts'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectFile } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import type { DrawPicture } from '../../share/AgentPicture.ts'
import { DropTarget } from './DropTarget.tsx'
import type { ImportPlan, ImportSource } from './planImport.ts'
import { usePastedAgent } from './usePastedAgent.ts'
import { useSharedAgent } from './useSharedAgent.ts'

const ImportDialog = lazyPart(async () => (await import('./ImportDialog.tsx')).ImportDialog)
const ExportDialog = lazyPart(async () => (await import('./ExportDialog.tsx')).ExportDialog)

/**
 * Import by file, drop, paste and link, and export: everything by which an agent comes or goes. It takes drops from the first
 * moment; what reads and shows them is loaded when something comes.
 */
export function TransferHost({ drawPicture }: { readonly drawPicture: DrawPicture }) {
  const { store, registry } = useEditorInstance()
  const { setDialog } = useActions()
  const dialog = useEditor((state) => state.session.dialog)
  const [plan, setPlan] = useState<ImportPlan>()

  const look = useCallback(
    async (source: ImportSource) => {
      const { planImport } = await import('./planImport.ts')
      setPlan(planImport(source, toAgentConfig(selectFile(store.getState())), registry))
      setDialog('import')
    },
    [store, registry, setDialog],
  )
  const refuse = useCallback(
    (source: ImportSource, problem: Problem) => {
      setPlan({ ok: false, source, problem, problems: [] })
      setDialog('import')
    },
    [setDialog],
  )
  const onFile = useCallback(
    async (file: File) => {
      try {
        const { readImportFile } = await import('./readImportFile.ts')
        await look(await readImportFile(file))
      } catch (fault) {
        if (!AgentError.isInstance(fault)) throw fault
        refuse({ name: file.name, content: '' }, fault.toProblem())
      }
    },
    [look, refuse],
  )
  const close = () => {
    setPlan(undefined)
    setDialog(undefined)
  }
  usePastedAgent(look, onFile)
  useSharedAgent(look, refuse)
  return (
    <>
      <DropTarget onFile={onFile} />
      <Suspense fallback={null}>
        {dialog === 'import' ? <ImportDialog plan={plan} onFile={onFile} onSource={look} onClose={close} /> : null}
        {dialog === 'export' ? <ExportDialog drawPicture={drawPicture} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

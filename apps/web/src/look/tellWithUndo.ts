import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { Editor } from '../editor/createEditor.ts'
import { selectFile } from '../editor/selectors.ts'

/**
 * Tells of the change that was just made, and takes it back on demand; gives the way to end it. It ends with the next
 * change: Undo would take back that one.
 */
export function tellWithUndo({ store, actions }: Editor, title: string, description?: string): () => void {
  const file = selectFile(store.getState())
  const isNewest = () => selectFile(store.getState()) === file
  const shown = toast(title, {
    description,
    duration: 12_000,
    action: {
      label: t('Undo'),
      // While it fades it can still be clicked.
      onClick: () => (isNewest() ? actions.undo() : undefined),
    },
    onAutoClose: () => stop(),
    onDismiss: () => stop(),
  })
  const stop = store.subscribe(() => (isNewest() ? undefined : end()))
  function end(): void {
    stop()
    toast.dismiss(shown)
  }
  return end
}

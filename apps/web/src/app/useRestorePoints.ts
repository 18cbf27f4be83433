import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useEffect } from 'react'
import { useEditorInstance } from '../editor/EditorContext.tsx'
import { keepRestorePoints } from '../storage/keepRestorePoints.ts'
import { toStorageError } from '../storage/toStorageError.ts'
import { useWorkspace } from '../storage/WorkspaceContext.tsx'

/** Keeps a version before changes of much at once, and tells when that fails. */
export function useRestorePoints(): void {
  const { store } = useEditorInstance()
  const workspace = useWorkspace()
  useEffect(
    () =>
      keepRestorePoints(store, workspace, (fault) =>
        toast.error(t('No version from before this was kept'), {
          id: 'no-version',
          description: t('It can still be undone. {message}', { message: toStorageError(fault).wording.said }),
        }),
      ),
    [store, workspace],
  )
}

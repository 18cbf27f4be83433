import { t } from '@petal/ui/language'
import { useMemo } from 'react'
import type { CommandContext } from '../commands/Command.ts'
import { useActions } from '../editor/EditorContext.tsx'
import { useFiles } from '../files/FilesContext.tsx'
import { hasFileAccess } from '../files/hasFileAccess.ts'

/** Files of this computer as commands know them. What does it, and says what was done, is loaded with the first one. */
export function useFileVerbs(): CommandContext['files'] {
  const files = useFiles()
  const actions = useActions()
  return useMemo(() => {
    const verb = (name: 'open' | 'openFolder' | 'save') => () =>
      import('../features/files/fileVerbs.ts').then(
        ({ fileVerbs }) => fileVerbs(files, actions)[name](),
        () => actions.refuse(t('This could not be loaded. Check the connection, then try again.')),
      )
    return {
      open: verb('open'),
      openFolder: verb('openFolder'),
      save: verb('save'),
      get hasFile() {
        return files.state.getState().file !== undefined
      },
      isSupported: hasFileAccess(),
    }
  }, [files, actions])
}

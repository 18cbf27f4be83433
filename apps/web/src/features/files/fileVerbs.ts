import { AgentError, looksLikeSecret, wordingOf } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { EditorActions } from '../../editor/editorActions.ts'
import type { Files } from '../../files/createFiles.ts'

/** What a person does with files, and what they are told of it. */
export function fileVerbs(files: Files, actions: Pick<EditorActions, 'setDialog'>) {
  return {
    open: () =>
      telling(async () => {
        if (await (await files.open()).openFile()) actions.setDialog(undefined)
      }),
    openFolder: () =>
      telling(async () => {
        const id = await (await files.open()).folders.openFolder()
        if (id === undefined) return
        files.state.setState({ shownFolder: id })
        actions.setDialog('library')
      }),
    save: () =>
      telling(async () => {
        if (!(await (await files.open()).save())) return
        const { file } = files.state.getState()
        const hasSecret = looksLikeSecret(file?.savedText ?? '').length > 0
        const words = t('Saved to {name}', { name: file?.name })
        if (hasSecret) toast.warning(words, { description: t('A text in it looks like a key. Export shows where.') })
        else toast.success(words)
      }),
    reload: () =>
      telling(async () => {
        await (await files.open()).reload()
        toast.success(t('Reloaded from the file'), { description: t('Undo brings back what was here.') })
      }),
    merge: () => telling(async () => (await files.open()).merge()),
    keepMine: () =>
      telling(async () => {
        await (await files.open()).keepMine()
        toast.success(t('Going on with what is here'), {
          description: t('What stood in the file is in the library. Saving writes over the file.'),
        })
      }),
  }
}

/** Does it, and tells what went wrong, if anything did. */
async function telling(action: () => Promise<void>): Promise<void> {
  try {
    await action()
  } catch (fault) {
    const code = AgentError.isInstance(fault) ? { id: fault.code, description: fault.code } : {}
    toast.error(wordingOf(fault).said, code)
  }
}

import { AgentError, wordingOf } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useState } from 'react'
import { useActions } from '../../editor/EditorContext.tsx'

/** One way by which an agent leaves. */
interface ExportWay {
  /** Why it did not work. */
  readonly fault: string | undefined
  /**
   * Does it, then closes the dialog and says what was done: the words that `action` gives. Without words the person has
   * changed their mind, and the dialog stays. Gives whether it was done.
   */
  perform(action: () => Promise<string | undefined> | string): Promise<boolean>
}

export function useExportWay(): ExportWay {
  const { setDialog } = useActions()
  const [fault, setFault] = useState<string>()
  const perform = async (action: () => Promise<string | undefined> | string) => {
    try {
      const done = await action()
      if (done === undefined) return false
      setDialog(undefined)
      toast.success(done)
      return true
    } catch (error) {
      setFault(toWords(error))
      return false
    }
  }
  return { fault, perform }
}

function toWords(error: unknown): string {
  if (AgentError.isInstance(error)) return error.wording.said
  return t('The browser could not do it: {value}', { value: wordingOf(error).said })
}

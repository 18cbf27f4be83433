import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useReducer } from 'react'
import { keepLanguageChoice, type LanguageChoice, readLanguageChoice } from '../language/chosenLanguage.ts'
import { languages } from '../language/languages.ts'
import { useRunActivity } from '../runner/RunContext.tsx'
import { useWorkspace } from '../storage/WorkspaceContext.tsx'

/** The languages to choose from, wherever they are shown. */
export interface LanguageMenu {
  readonly chosen: LanguageChoice
  readonly options: readonly { readonly value: LanguageChoice; readonly label: string }[]
  choose(choice: LanguageChoice): void
}

/** Texts follow with the page, so that it is loaded anew once the work is saved. */
export function useLanguageChoice(): LanguageMenu {
  const workspace = useWorkspace()
  const isRunning = useRunActivity().status !== 'idle'
  // What is chosen is kept beside the page's state.
  const [, drawAnew] = useReducer((count: number) => count + 1, 0)
  const choose = async (choice: LanguageChoice) => {
    keepLanguageChoice(choice)
    drawAnew()
    await workspace.save()
    if (!isRunning && workspace.state.getState().save.status === 'saved') location.reload()
    else toast(t('The language changes with the next visit of this page.'))
  }
  return {
    chosen: readLanguageChoice(),
    options: [
      { value: 'system', label: t('Like the browser') },
      { value: 'en', label: languages.en },
      { value: 'de', label: languages.de },
    ],
    choose: (choice) => void choose(choice),
  }
}

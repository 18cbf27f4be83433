import { type MenuEntry, toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import { keepLanguageChoice, type LanguageChoice, readLanguageChoice } from '../../language/chosenLanguage.ts'
import { languages } from '../../language/languages.ts'
import { useRunActivity } from '../../runner/RunContext.tsx'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** The languages to choose from. Texts follow with the page, so that it is loaded anew once the work is saved. */
export function useLanguageEntries(): readonly MenuEntry[] {
  const workspace = useWorkspace()
  const isRunning = useRunActivity().status !== 'idle'
  const chosen = readLanguageChoice()
  const choose = async (choice: LanguageChoice) => {
    keepLanguageChoice(choice)
    await workspace.save()
    if (!isRunning && workspace.state.getState().save.status === 'saved') location.reload()
    else toast(t('The language changes with the next visit of this page.'))
  }
  const entry = (id: LanguageChoice, label: string): MenuEntry => ({
    id: `language-${id}`,
    label,
    checked: id === chosen,
    onSelect: () => void choose(id),
  })
  return [
    { kind: 'label', id: 'language', label: t('Language') },
    entry('system', t('Like the browser')),
    entry('en', languages.en),
    entry('de', languages.de),
  ]
}

import type { MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Languages } from 'lucide-react'
import { keepLanguageChoice, type LanguageChoice, readLanguageChoice } from '../../language/chosenLanguage.ts'
import { languages } from '../../language/languages.ts'
import { useWorkspace } from '../../storage/WorkspaceContext.tsx'

/** The menu of languages. Texts follow with the page, so that it is loaded anew once the work is saved. */
export function useLanguageEntry(): MenuEntry {
  const workspace = useWorkspace()
  const chosen = readLanguageChoice()
  const choose = async (choice: LanguageChoice) => {
    keepLanguageChoice(choice)
    await workspace.save()
    location.reload()
  }
  const entry = (id: LanguageChoice, label: string): MenuEntry => ({
    id,
    label,
    checked: id === chosen,
    onSelect: () => void choose(id),
  })
  return {
    kind: 'submenu',
    id: 'language',
    label: t('Language'),
    icon: <Languages />,
    entries: [entry('system', t('Like the browser')), entry('en', languages.en), entry('de', languages.de)],
  }
}

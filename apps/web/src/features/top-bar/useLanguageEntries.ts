import type { MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useLanguageChoice } from '../../look/useLanguageChoice.ts'

/** The languages to choose from, as entries of a menu. */
export function useLanguageEntries(): readonly MenuEntry[] {
  const { chosen, options, choose } = useLanguageChoice()
  return [
    { kind: 'label', id: 'language', label: t('Language') },
    ...options.map(
      ({ value, label }): MenuEntry => ({
        id: `language-${value}`,
        label,
        checked: value === chosen,
        onSelect: () => choose(value),
      }),
    ),
  ]
}

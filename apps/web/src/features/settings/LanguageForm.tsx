import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Check } from 'lucide-react'
import { useLanguageChoice } from '../../look/useLanguageChoice.ts'

/** The language of the app: the same choice as in the menu of the top bar. */
export function LanguageForm() {
  const { chosen, options, choose } = useLanguageChoice()
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-2 font-medium text-ink text-lg">{t('Language')}</legend>
      {options.map(({ value, label }) => (
        <Button
          key={value}
          aria-pressed={value === chosen}
          icon={<Check className={value === chosen ? '' : 'invisible'} />}
          className="w-48 justify-start pointer-coarse:min-h-11"
          onClick={() => choose(value)}
        >
          {label}
        </Button>
      ))}
      <p className="mt-1 text-ink-soft">{t('Your work is saved first, and the page is loaded anew.')}</p>
    </fieldset>
  )
}

import type { Json } from '@petal/core/model'
import { t } from '../../language/index.ts'
import type { ControlProps } from '../FormContext.ts'
import { isList, isObject } from '../withDefaults.ts'

/** The names of the documents. Adding some takes an app that can read files. */
export function PlainDocuments({ binding }: ControlProps<'documents'>) {
  const documents = isList(binding.value) ? binding.value : []
  if (documents.length === 0) return <p className="text-ink-faint">{t('None')}</p>
  return (
    <ul className="flex flex-col gap-1">
      {documents.map((document, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: documents have no identity but their place, and nothing is kept per row
        <li key={index} dir="auto" className="break-words text-ink">
          {nameOf(document)}
        </li>
      ))}
    </ul>
  )
}

function nameOf(document: Json): string {
  return isObject(document) && typeof document.name === 'string' ? document.name : t('A document without a name')
}

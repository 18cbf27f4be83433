import type { DocumentReference, Json } from '@petal/core/model'
import { toast } from '@petal/ui'
import { t } from '@petal/ui/language'
import type { ControlProps } from '@petal/ui/schema-form'
import { useActions, useEditor, useStepFacts } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { AddDocuments } from './AddDocuments.tsx'
import { DocumentRow } from './DocumentRow.tsx'
import { FileRow } from './FileRow.tsx'
import { readDocuments, toDocumentJson } from './readDocuments.ts'
import { TrySearch } from './TrySearch.tsx'
import { useAddDocuments } from './useAddDocuments.ts'
import { useDocumentFacts } from './useDocumentFacts.ts'

/** The documents that a step searches in: what they are, how to add some, and a search to try. */
export function DocumentsField({ binding }: ControlProps<'documents'>) {
  const documents = readDocuments(binding.value)
  const { undo } = useActions()
  const stepId = useEditor((state) => selectSelection(state).stepIds[0] ?? '')
  const facts = useStepFacts(stepId)
  const change = (list: readonly DocumentReference[]) => {
    const value: readonly Json[] = list.map(toDocumentJson)
    binding.onChange(value, 'now')
  }
  const { files, addFiles, addText, dismiss } = useAddDocuments(documents, change)
  const known = useDocumentFacts(documents, facts?.search?.splitting)
  const remove = (index: number, name: string) => {
    change(documents.filter((_, position) => position !== index))
    toast(t('{name} was removed', { name }), { action: { label: t('Undo'), onClick: undo } })
  }
  return (
    <fieldset aria-labelledby={binding.aria['aria-labelledby']} className="flex min-w-0 flex-col gap-2">
      {documents.length + files.length === 0 ? null : (
        <ul aria-label={t('Documents')} className="flex flex-col divide-y divide-line rounded-md border border-line">
          {documents.map((document, index) => (
            <DocumentRow
              key={document.name}
              document={document}
              facts={known.get(document)}
              onRemove={binding.disabled ? undefined : () => remove(index, document.name)}
            />
          ))}
          {files.map((file) => (
            <FileRow key={file.id} file={file} onDismiss={() => dismiss(file.id)} />
          ))}
        </ul>
      )}
      {binding.disabled ? null : (
        <AddDocuments names={documents.map(({ name }) => name)} onFiles={addFiles} onText={addText} />
      )}
      {facts?.search === undefined || documents.length === 0 ? null : (
        <TrySearch key={stepId} search={facts.search} hosts={facts.hosts} />
      )}
    </fieldset>
  )
}

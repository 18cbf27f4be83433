import type { StepExecution } from '@petal/core/model'
import { Button, ScrollArea } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions } from '../../../editor/EditorContext.tsx'
import { ValueChange } from '../../../look/difference/ValueChange.tsx'
import { compareStates } from '../compareStates.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import type { ComparedRow } from './ComparedRow.ts'
import type { RowPlace } from './whereOfRow.ts'

/** What differs in one moment of two runs, by words. */
export function ComparedDetail({ row, place }: { readonly row: ComparedRow; readonly place: RowPlace }) {
  const { showExecution, setDialog } = useActions()
  const { kind, fields, before, after, edits } = row
  const { words, shown } = place
  const show = () => {
    setDialog(undefined)
    if (shown !== undefined) showExecution(shown.execution, shown.run)
  }
  const problems = [before?.problem, after?.problem].flatMap((problem) => problem ?? [])
  return (
    <ScrollArea
      className="focus-ring flex w-2/5 min-w-64 shrink-0 flex-col gap-3 border-line border-l bg-sunken p-4 max-sm:max-h-1/2 max-sm:w-full max-sm:border-t max-sm:border-l-0"
      tabIndex={0}
      aria-label={t('What differs')}
    >
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-medium text-ink">{words}</h3>
        {shown === undefined ? null : (
          <Button size="sm" onClick={show}>
            {t('Show the step')}
          </Button>
        )}
      </div>
      {problems.map(({ message }) => (
        <p key={message} className="rounded-md bg-danger-soft p-2 text-ink">
          {message}
        </p>
      ))}
      {edits === undefined && (kind === 'onlyBefore' || kind === 'onlyAfter') ? (
        <OnlyOne execution={before ?? after} />
      ) : null}
      {fields.map(({ name, before: old, after: now }) => (
        <section
          key={name}
          aria-label={name}
          className="flex flex-col gap-1 rounded-md border border-line bg-surface p-2"
        >
          <h4 className="font-mono text-ink-soft text-sm">{name}</h4>
          <ValueChange
            before={old}
            after={now}
            isText={typeof old === 'string' && typeof now === 'string'}
            names={[t('First run'), t('Second run')]}
          />
        </section>
      ))}
      {kind === 'same' ? <p className="text-ink-soft">{t('The same in both runs.')}</p> : null}
    </ScrollArea>
  )
}

/** What the step gave in the run that ran it. */
function OnlyOne({ execution }: { readonly execution: StepExecution | undefined }) {
  const update = execution?.update ?? {}
  if (Object.keys(update).length === 0) return <p className="text-ink-soft">{t('It changed nothing in the state.')}</p>
  return <FieldChanges changes={compareStates(update, update)} />
}

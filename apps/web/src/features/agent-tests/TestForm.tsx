import type { StateType } from '@petal/core/model'
import { Button, Dialog, Switch, TextField } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useId, useState } from 'react'
import type { AgentTest } from '../../agent-tests/AgentTest.ts'
import { type DraftedExpectation, readExpectations, toDraft } from './draftedExpectation.ts'
import { ExpectationRow } from './ExpectationRow.tsx'

interface TestFormProps {
  readonly test: AgentTest
  /** The fields of the agent's state. */
  readonly fields: StateType['fields']
  /** Why it could not be kept. */
  readonly problem: string | undefined
  /** What is to be known of the run it is made from. */
  readonly warnings: readonly string[]
  onClose(): void
  onBack(): void
  onKeep(test: AgentTest): void
}

/** What a test is called, what it expects, and whether models answer anew. */
export function TestForm({ test, fields, problem, warnings, onClose, onBack, onKeep }: TestFormProps) {
  const id = useId()
  const [name, setName] = useState(test.name)
  const [drafts, setDrafts] = useState<readonly DraftedExpectation[]>(() =>
    test.expectations.map((expectation) => toDraft(expectation, fields[expectation.field]?.type)),
  )
  const [replays, setReplays] = useState(test.models === 'replayed')
  const [isChecked, setChecked] = useState(false)
  const reading = readExpectations(drafts)
  const change = (at: number, draft: DraftedExpectation) => setDrafts(drafts.with(at, draft))
  const keep = () => {
    setChecked(true)
    if (!reading.ok) return
    const expectations = reading.expectations
    onKeep({
      ...test,
      name: name.trim() === '' ? test.name : name.trim(),
      expectations,
      models: replays ? 'replayed' : 'asked',
    })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Test of this agent')}
      description={t(
        'The test runs the agent again with the same input. It passes when the fields switched on here get the values that are asked for.',
      )}
      size="lg"
      footer={
        <>
          <Button onClick={onBack}>{t('Back to the tests')}</Button>
          <Button variant="primary" onClick={keep}>
            {t('Keep the test')}
          </Button>
        </>
      }
    >
      <form
        aria-label={t('Test')}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        {warnings.map((warning) => (
          <p key={warning} role="note" className="rounded-md bg-warn-soft p-2 text-ink">
            {warning}
          </p>
        ))}
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-name`} className="font-medium text-ink text-sm">
            {t('Name')}
          </label>
          <TextField id={`${id}-name`} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        {drafts.length === 0 ? (
          <p className="text-ink-soft">{t('No step wrote a field: the test passes when the run comes to its end.')}</p>
        ) : null}
        {drafts.map((draft, index) => (
          <ExpectationRow
            key={draft.field}
            draft={draft}
            fault={isChecked && !reading.ok ? reading.faults[draft.field] : undefined}
            onChange={(next) => change(index, next)}
          />
        ))}
        {problem === undefined ? null : (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <div className="flex items-center gap-2">
          <Switch id={`${id}-replay`} checked={replays} onCheckedChange={setReplays} />
          <label htmlFor={`${id}-replay`} className="text-ink">
            {t('Take the answers of models from this run, also those within called agents')}
          </label>
        </div>
        {test.answers === undefined ? null : (
          <p className="text-ink-soft">
            {t('What a person answered in this run is answered again, in the same places.')}
          </p>
        )}
      </form>
    </Dialog>
  )
}

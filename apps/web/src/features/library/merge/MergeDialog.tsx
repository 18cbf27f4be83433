import { type MergeSide, mergeAgents } from '@petal/core/model'
import { Button, Dialog } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand/react'
import { ConflictChoice } from '../../../look/difference/ConflictChoice.tsx'
import type { MergeOther, MergeQuestion, Merges } from '../../../storage/Merges.ts'
import { useWorkspace } from '../../../storage/WorkspaceContext.tsx'

type Choices = Readonly<Record<string, MergeSide>>

/** Two versions of the open agent that cannot be put together without the person. */
export function MergeDialog() {
  const { merges } = useWorkspace()
  const question = useStore(merges.state, (state) => state.question)
  return question === undefined ? null : <Question question={question} merges={merges} />
}

function Question({ question, merges }: { readonly question: MergeQuestion; readonly merges: Merges }) {
  const { base, mine, theirs, other } = question
  const [choices, setChoices] = useState<Choices>(question.choices)
  const conflicts = useMemo(() => mergeAgents(base, mine, theirs, choices).conflicts, [base, mine, theirs, choices])
  const open = conflicts.filter(({ key }) => choices[key] === undefined).length
  const words = wordsFor(other)
  const merge = () => merges.answer({ kind: 'merge', choices })
  const chooseAll = (side: MergeSide) => setChoices(chooseEverywhere(question, side))
  return (
    <Dialog
      open
      onOpenChange={() => merges.answer({ kind: 'later' })}
      title={words.title}
      description={words.description}
      size="lg"
      footer={
        <div className="flex w-full flex-wrap items-center gap-2">
          <Button variant="ghost" onClick={() => merges.answer({ kind: 'keepBoth' })}>
            {t('Keep both as two agents')}
          </Button>
          <span className="flex-1" />
          <Button onClick={() => chooseAll('mine')}>{t('All mine')}</Button>
          <Button onClick={() => chooseAll('theirs')}>{t('All theirs')}</Button>
          <Button variant="primary" disabled={open > 0} onClick={merge}>
            {t('Merge')}
          </Button>
        </div>
      }
    >
      {/* On a choice of its own the focus would look like a choice that was made. */}
      <ul data-dialog-focus tabIndex={-1} aria-label={t('What to choose')} className="flex flex-col gap-4 outline-none">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <ConflictChoice
              conflict={conflict}
              theirs={words.theirs}
              chosen={choices[conflict.key]}
              onChoose={(side) => setChoices((known) => ({ ...known, [conflict.key]: side }))}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="mt-3 text-ink-soft">
        {open === 0
          ? t('Everything is chosen.')
          : t('{done} of {total} to choose.', { done: open, total: conflicts.length })}
      </p>
    </Dialog>
  )
}

/** A choice may raise another question: that one gets the same answer. */
function chooseEverywhere({ base, mine, theirs }: MergeQuestion, side: MergeSide): Choices {
  let choices: Choices = {}
  for (;;) {
    const open = mergeAgents(base, mine, theirs, choices).conflicts.filter(({ key }) => choices[key] === undefined)
    if (open.length === 0) return choices
    choices = { ...choices, ...Object.fromEntries(open.map(({ key }) => [key, side])) }
  }
}

function wordsFor(other: MergeOther) {
  return other.kind === 'tab'
    ? {
        title: t('This agent was changed in another tab, too'),
        theirs: t('The other tab’s'),
        description: t(
          'What does not contradict is merged. Choose what becomes of the rest. Both are kept as versions. Closing this keeps both as two agents.',
        ),
      }
    : {
        title: t('Merge with {name}', { name: other.name }),
        theirs: t('The file’s'),
        description: t(
          'What does not contradict is merged. Choose what becomes of the rest. Both are kept as versions.',
        ),
      }
}

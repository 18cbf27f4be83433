import type { StepConfig } from '@petal/core/model'
import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { useActions, useEditor, useStepFacts, useStepProblems, useStepRun } from '../../editor/EditorContext.tsx'
import { selectDocument, selectHasBreakpoint, selectPausedAt } from '../../editor/selectors.ts'
import { Emphasised } from '../../look/Emphasised.tsx'
import { ProblemBadge } from '../../look/ProblemBadge.tsx'
import { StatusIcon } from '../../look/StatusIcon.tsx'
import { StepIcon } from '../../look/StepIcon.tsx'
import { MenuButton } from './MenuButton.tsx'
import { NameInput } from './NameInput.tsx'
import { useOutlineHand } from './OutlineHand.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { RowFrame } from './RowFrame.tsx'
import { problemWords, runWords, type StepSwitches, switchWords } from './rowWords.ts'

type StepRowOf = Extract<OutlineRow, { kind: 'step' }>

/** A step: its name and type, what it does, how it stands. */
export function StepRow({ row }: { readonly row: StepRowOf }) {
  const { step } = row
  const facts = useStepFacts(step.id)
  const problems = useStepProblems(step.id)
  const run = useStepRun(step.id)
  const switches = switchWords(useSwitches(row))
  const isRenamed = useOutlineHand().opened
  if (!facts) return null
  const name = step.nodeName ?? facts.typeTitle
  const status = run && runWords(run)
  const summary = facts.summary.replaceAll('*', '')
  const said = [
    name,
    name === facts.typeTitle ? '' : facts.typeTitle,
    ...switches,
    status ?? '',
    problemWords(problems),
  ]
  return (
    <RowFrame
      row={row}
      label={`${said.filter((words) => words !== '').join(', ')}. ${summary}`}
      actions={
        <>
          <ProblemBadge stepId={step.id} />
          {run ? <RunStatus status={run.disabled ? 'skipped' : run.status} words={status ?? ''} /> : null}
          <MenuButton row={row} name={name} />
        </>
      }
    >
      <StepIcon icon={facts.icon} category={facts.category} className={cn(step.disabled && 'opacity-50')} />
      <div className="min-w-0 flex-1">
        {isRenamed?.kind === 'name' && isRenamed.rowId === row.id ? (
          <StepName step={step} name={name} />
        ) : (
          <div className="flex min-w-0 items-baseline gap-2">
            <span className={cn('truncate font-semibold text-ink', step.disabled && 'text-ink-soft')}>{name}</span>
            {name === facts.typeTitle ? null : (
              <span className="shrink-2 truncate text-ink-faint text-sm">{facts.typeTitle}</span>
            )}
          </div>
        )}
        <div className="flex min-w-0 items-center gap-1">
          {switches.map((words) => (
            <Chip key={words} words={words} />
          ))}
          <span className="truncate text-ink-soft text-sm">
            <Emphasised text={facts.summary} />
          </span>
        </div>
      </div>
    </RowFrame>
  )
}

function useSwitches({ step, isReached, group }: StepRowOf): StepSwitches {
  const pinned = useEditor((state) => selectDocument(state).layout[step.id]?.[2] !== undefined)
  const pauses = useEditor((state) => selectHasBreakpoint(state, step.id))
  const pausedWhen = useEditor((state) => {
    const pausedAt = selectPausedAt(state)
    return pausedAt?.stepIds.includes(step.id) ? pausedAt.when : undefined
  })
  return { isReached, disabled: step.disabled === true, pinned, pauses, pausedWhen, group }
}

function StepName({ step, name }: { readonly step: StepConfig; readonly name: string }) {
  const actions = useActions()
  return (
    <NameInput
      label={t('Name of {name}', { name })}
      name={name}
      onRename={(words) => {
        // Emptied, it is called by its type again.
        const isChanged = actions.setStepValue(step.id, 'nodeName', words)
        if (isChanged) actions.announce(words === '' ? t('Name removed') : t('Renamed to {words}', { words }))
      }}
    />
  )
}

function Chip({ words }: { readonly words: string }) {
  return (
    <span className="max-w-32 shrink-0 truncate rounded-sm border border-line-strong bg-surface px-1 text-ink-soft text-xs leading-4">
      {words}
    </span>
  )
}

interface RunStatusProps {
  readonly status: Parameters<typeof StatusIcon>[0]['status']
  readonly words: string
}

function RunStatus({ status, words }: RunStatusProps) {
  return (
    <span className="flex shrink-0 items-center gap-1 px-1 text-ink-soft text-xs" title={words}>
      <span aria-hidden className="@max-[26rem]:hidden">
        {words}
      </span>
      <StatusIcon status={status} />
    </span>
  )
}

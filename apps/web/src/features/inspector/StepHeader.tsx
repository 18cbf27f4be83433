import type { StepConfig } from '@petal/core/model'
import { cn, IconButton, Menu, type MenuEntry } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type FocusTarget, ProblemNote } from '@petal/ui/schema-form'
import { BookOpen, Braces, Ellipsis, FormInput } from 'lucide-react'
import type { StepFacts } from '../../editor/createStepFacts.ts'
import { useActions, useStepProblems } from '../../editor/EditorContext.tsx'
import { useProblemFix } from '../../editor/useProblemFix.ts'
import { categoryLooks } from '../../look/categoryLook.ts'
import { Emphasised } from '../../look/Emphasised.tsx'
import { StepIcon } from '../../look/StepIcon.tsx'
import { NameField } from './NameField.tsx'

interface StepHeaderProps {
  readonly step: StepConfig
  readonly facts: StepFacts
  readonly disabled: boolean
  readonly focus: FocusTarget | undefined
  /** Whether its settings are shown as JSON. */
  readonly asJson: boolean
  onAsJson(asJson: boolean): void
}

/** What the step is: its icon, its name, its type and id, and what it does in one sentence. */
export function StepHeader({ step, facts, disabled, focus, asJson, onAsJson }: StepHeaderProps) {
  const fix = useProblemFix()
  const problems = useStepProblems(step.id).filter(({ path }) => path === 'nodeName')
  return (
    <header className="flex flex-col gap-2 border-line border-b px-4 pt-4 pb-3">
      <div className="flex items-center gap-2.5">
        <StepIcon icon={facts.icon} category={facts.category} />
        <div className="min-w-0 flex-1">
          <NameField
            key={step.id}
            stepId={step.id}
            name={step.nodeName}
            fallback={facts.typeTitle}
            disabled={disabled}
            focus={focus}
          />
          <p className="flex items-baseline gap-1.5 truncate text-sm">
            <span className={cn('font-medium', categoryLooks[facts.category].text)}>{facts.typeTitle}</span>
            <span aria-hidden className="text-ink-disabled">
              ·
            </span>
            <span
              title={t('The id: given once, used by the file and in code')}
              className="truncate font-mono text-ink-faint text-xs"
            >
              {step.id}
            </span>
          </p>
        </div>
        <StepMenu step={step} facts={facts} disabled={disabled} asJson={asJson} onAsJson={onAsJson} />
      </div>
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} onFix={fix && (() => fix(problem))} />
      ))}
      <p className="text-pretty text-ink-soft">
        <Emphasised text={facts.summary} />
      </p>
    </header>
  )
}

type StepMenuProps = Omit<StepHeaderProps, 'focus'>

/** The worked examples of the step's type, each of which replaces the settings; and the settings as JSON. */
function StepMenu({ step, facts, disabled, asJson, onAsJson }: StepMenuProps) {
  const actions = useActions()
  const examples = facts.definition?.examples ?? []
  const heading: readonly MenuEntry[] =
    examples.length === 0 ? [] : [{ kind: 'label', id: 'label', label: t('Start from an example') }]
  const entries: readonly MenuEntry[] = [
    ...heading,
    ...examples.map(({ title, config }) => ({
      id: title,
      label: title,
      icon: <BookOpen />,
      disabled,
      onSelect: () => actions.setStepValue(step.id, 'config', config),
    })),
    ...(examples.length === 0 ? [] : [{ kind: 'separator' as const, id: 'line' }]),
    {
      id: 'json',
      label: asJson ? t('Edit in the form') : t('Edit as JSON'),
      icon: asJson ? <FormInput /> : <Braces />,
      onSelect: () => onAsJson(!asJson),
    },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('Examples and JSON')}>
          <Ellipsis />
        </IconButton>
      }
      entries={entries}
    />
  )
}

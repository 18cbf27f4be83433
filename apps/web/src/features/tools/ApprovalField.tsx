import type { Problem } from '@petal/core/model'
import { Select, TextField } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { type Pace, ProblemNote } from '@petal/ui/schema-form'
import { useId } from 'react'

interface ApprovalFieldProps {
  /** `never`, `always`, or a rule. */
  readonly value: string
  readonly problems: readonly Problem[]
  onFix(problem: Problem): void
  readonly disabled: boolean
  onChange(value: string, pace: Pace): void
}

const modes = [
  { value: 'never', label: msg('Runs without asking') },
  { value: 'always', label: msg('Asks before every call') },
  { value: 'rule', label: msg('Asks when a rule holds') },
]

/** Whether a person is asked before a call is made. */
export function ApprovalField({ value, problems, onFix, disabled, onChange }: ApprovalFieldProps) {
  const id = useId()
  const mode = value === 'never' || value === 'always' ? value : 'rule'
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-ink-soft text-sm">
        {t('Approval')}
      </label>
      <Select
        id={id}
        value={mode}
        options={modes.map(({ value: mode, label }) => ({ value: mode, label: t(label) }))}
        disabled={disabled}
        onValueChange={(next) => onChange(next === 'rule' ? '' : next, 'now')}
      />
      {mode === 'rule' ? (
        <TextField
          mono
          aria-label={t('Rule')}
          aria-invalid={problems.length > 0 || undefined}
          value={value}
          disabled={disabled}
          spellCheck={false}
          placeholder="amount > 100"
          onChange={(event) => onChange(event.target.value, 'burst')}
        />
      ) : null}
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} onFix={() => onFix(problem)} />
      ))}
      {mode === 'rule' ? (
        <p className="text-pretty text-ink-faint text-sm">{t('An expression over the arguments, by their names.')}</p>
      ) : null}
    </div>
  )
}

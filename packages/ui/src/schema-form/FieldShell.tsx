import type { Json, Problem } from '@petal/core/model'
import { RotateCcw } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Badge } from '../components/Badge.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { t } from '../language/index.ts'
import { ProblemNote } from './ProblemNote.tsx'

/**
 * `inline`: the control stands right of its label. `group`: the control is made of several, so that the title names the
 * group instead of one of them.
 */
export type FieldLayout = 'stacked' | 'inline' | 'group'

interface FieldShellProps {
  /** Id of the control; the label points at it, help and errors are called `<id>-help` and `<id>-error`. */
  readonly id: string
  readonly path: string
  readonly title: string
  readonly description?: string | undefined
  readonly required: boolean
  readonly mixed: boolean
  readonly problems: readonly Problem[]
  onFix: ((problem: Problem) => void) | undefined
  /** Puts the default back; undefined while the default is in place. */
  onReset: (() => void) | undefined
  readonly default: Json | undefined
  readonly layout: FieldLayout
  readonly children: ReactNode
}

/** What every field has around its control: label, required mark, reset, help and errors. */
export function FieldShell(props: FieldShellProps) {
  const { id, path, title, description, required, mixed, problems, onFix, onReset, layout, children } = props
  return (
    <div
      data-field-path={path}
      className="group/field flex scroll-my-12 flex-col gap-1 rounded-md data-flash:animate-flash"
    >
      <div className="flex min-h-5 items-center gap-1.5">
        <FieldLabel
          id={id}
          title={title}
          required={required}
          mixed={mixed}
          isGroup={layout === 'group'}
          onReset={onReset}
          default={props.default}
        />
        {layout === 'inline' ? children : null}
      </div>
      {layout === 'inline' ? null : children}
      {problems.length === 0 ? null : (
        <div id={`${id}-error`} className="flex flex-col gap-1">
          {problems.map((problem) => (
            <ProblemNote
              key={`${problem.code} ${problem.message}`}
              problem={problem}
              onFix={onFix === undefined ? undefined : () => onFix(problem)}
            />
          ))}
        </div>
      )}
      {description === undefined ? null : (
        <p id={`${id}-help`} className="text-pretty text-ink-faint text-sm">
          {description}
        </p>
      )}
    </div>
  )
}

interface FieldLabelProps extends Pick<FieldShellProps, 'id' | 'title' | 'required' | 'mixed' | 'onReset' | 'default'> {
  readonly isGroup: boolean
}

/** The line above a control. Kept apart, so that a key in the control does not draw it anew. */
const FieldLabel = memo(function FieldLabel(props: FieldLabelProps) {
  const { id, title, required, mixed, onReset, isGroup } = props
  const Label = isGroup ? 'span' : 'label'
  return (
    <>
      <Label id={`${id}-label`} {...(isGroup ? {} : { htmlFor: id })} className={labelClass}>
        {title}
        {required ? (
          <span aria-hidden className="ml-0.5 text-accent" title={t('Required')}>
            *
          </span>
        ) : null}
      </Label>
      {mixed ? <Badge>{t('Mixed')}</Badge> : null}
      <span className="flex-1" />
      {onReset === undefined ? null : (
        <IconButton
          label={t('Reset to {defaultText}', { defaultText: defaultText(props.default) })}
          aria-describedby={`${id}-label`}
          size="sm"
          onClick={onReset}
          className="-my-1 size-5 pointer-coarse:-my-2.5 pointer-coarse:size-9 pointer-coarse:opacity-100 text-ink-faint opacity-0 focus-visible:opacity-100 group-focus-within/field:opacity-100 group-hover/field:opacity-100 [&_svg]:size-3"
        >
          <RotateCcw />
        </IconButton>
      )}
    </>
  )
})

const labelClass = 'min-w-0 truncate font-medium text-ink-soft text-sm'

function defaultText(value: Json | undefined): string {
  if (value === undefined) return 'empty'
  if (value === '') return t('empty text')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? t('its default') : text
}

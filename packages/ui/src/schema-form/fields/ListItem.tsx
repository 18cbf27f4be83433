import type { Json } from '@petal/core/model'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { Disclosure } from '../../components/Disclosure.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { t } from '../../language/index.ts'
import { FieldList } from '../FieldList.tsx'
import type { FieldProps } from '../FieldProps.ts'
import { useFormState } from '../FormContext.ts'
import { isWithin, toPath } from '../fieldPath.ts'
import { OwnProblems } from '../OwnProblems.tsx'
import { isObject } from '../withDefaults.ts'
import { readText } from './readText.ts'

interface ListItemProps extends FieldProps<'list'> {
  readonly index: number
  readonly count: number
  /** What one item is called: "route". */
  readonly noun: string
  readonly startsOpen: boolean
  onMove(to: number): void
  onRemove(): void
}

/** One item of a list: a row with its title, unfolding into its fields. Alt with an arrow key moves it. */
export function ListItem({ field, name, index, count, noun, startsOpen, onMove, onRemove }: ListItemProps) {
  const form = useFormState()
  const path = form.prefix === '' ? toPath(name) : `${form.prefix}.${toPath(name)}`
  const title = useItemTitle(field, name, `${capital(noun)} ${index + 1}`)
  const isFaulty = form.problems.some((problem) => problem.path !== undefined && isWithin(problem.path, path))
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  const buttons = (
    <div className="flex pr-1 pointer-coarse:opacity-100 opacity-0 focus-within:opacity-100 group-hover/disclosure:opacity-100">
      <IconButton
        label={t('Move {noun} up', { noun })}
        shortcut="Alt+↑"
        size="sm"
        disabled={index === 0 || form.disabled}
        onClick={() => onMove(index - 1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        label={t('Move {noun} down', { noun })}
        shortcut="Alt+↓"
        size="sm"
        disabled={index === count - 1 || form.disabled}
        onClick={() => onMove(index + 1)}
      >
        <ArrowDown />
      </IconButton>
      <IconButton
        label={t('Remove {noun} {value}', { noun, value: index + 1 })}
        size="sm"
        disabled={form.disabled}
        onClick={onRemove}
      >
        <X />
      </IconButton>
    </div>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the buttons inside do
    <div
      data-field-path={path}
      onKeyDown={onKeyDown}
      className="scroll-my-12 rounded-md border border-line bg-surface pl-1 shadow-sm data-flash:animate-flash dark:bg-sunken"
    >
      <Disclosure
        title={title}
        defaultOpen={startsOpen}
        openRequest={form.focus !== undefined && isWithin(form.focus.path, path) ? form.focus.request : undefined}
        dot={isFaulty ? 'danger' : undefined}
        dotLabel={t('something here has a problem')}
        trailing={buttons}
        className="[&>div:first-child]:pl-1"
      >
        <div className="px-2.5 pt-1 pb-3">
          <OwnProblems path={path} />
          <FieldList fields={field.fields} parent={name} />
        </div>
      </Disclosure>
    </div>
  )
}

/** The value of the field that titles an item, or its number while that is empty. */
function useItemTitle(field: FieldProps<'list'>['field'], name: string, numbered: string): React.ReactNode {
  const { control } = useFormState()
  const item: Json | undefined = useWatch({ name, control })
  const value = field.itemTitle !== undefined && isObject(item) ? readText(item[field.itemTitle]) : ''
  if (value !== '') return <span className="text-ink">{value}</span>
  return <span className="text-ink-faint">{numbered}</span>
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

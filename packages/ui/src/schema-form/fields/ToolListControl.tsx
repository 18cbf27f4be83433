import { Plus, SquarePen } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../components/Button.tsx'
import { t } from '../../language/index.ts'
import { type ControlProps, useFormState } from '../FormContext.ts'
import { isList } from '../withDefaults.ts'
import { readText } from './readText.ts'

/** Which of the agent's tools: a box for each, and for names that no tool has, so that they can be taken out. */
export function ToolListControl({ binding }: ControlProps<'toolList'>) {
  const { tools, onManageTools } = useFormState()
  const chosen = isList(binding.value) ? binding.value.map(readText) : []
  const lost = chosen.filter((name) => !tools.some((tool) => tool.name === name))
  const choose = (name: string, on: boolean) =>
    // In the order of the agent's list, so that the file does not depend on the order of clicks.
    binding.onChange(
      [...tools.map((tool) => tool.name), ...lost].filter((other) => (other === name ? on : chosen.includes(other))),
      'now',
    )
  return (
    <fieldset
      id={binding.aria.id}
      aria-labelledby={binding.aria['aria-labelledby']}
      aria-label={binding.aria['aria-label']}
      aria-describedby={binding.aria['aria-describedby']}
      className="flex min-w-0 flex-col gap-1"
    >
      {tools.length === 0 ? <p className="text-ink-faint text-sm">{t('The agent has no tools yet.')}</p> : null}
      {tools.map(({ name, description }) => (
        <ToolBox
          key={name}
          name={name}
          note={description}
          checked={chosen.includes(name)}
          disabled={binding.disabled}
          onChange={(on) => choose(name, on)}
        />
      ))}
      {lost.map((name) => (
        <ToolBox
          key={name}
          name={name}
          note={t('The agent has no tool of this name.')}
          checked
          disabled={binding.disabled}
          onChange={(on) => choose(name, on)}
        />
      ))}
      {onManageTools === undefined ? null : (
        <Button
          variant="ghost"
          size="sm"
          icon={tools.length === 0 ? <Plus /> : <SquarePen />}
          className="self-start"
          onClick={onManageTools}
        >
          {tools.length === 0 ? t('Add a tool') : t('Edit the tools')}
        </Button>
      )}
    </fieldset>
  )
}

interface ToolBoxProps {
  readonly name: string
  readonly note: string | undefined
  readonly checked: boolean
  readonly disabled: boolean
  onChange(on: boolean): void
}

function ToolBox({ name, note, checked, disabled, onChange }: ToolBoxProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-2">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.checked)}
        className="focus-ring mt-1 size-3.5 shrink-0 accent-accent-solid"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="wrap-anywhere font-mono text-ink text-sm">
          {name}
        </label>
        {note === undefined || note === '' ? null : (
          <p id={`${id}-note`} className="truncate text-ink-faint text-sm">
            {note}
          </p>
        )}
      </div>
    </div>
  )
}

import type { Json, JsonObject } from '@petal/core/model'
import { type ReactNode, useId } from 'react'
import { FieldShell } from '../FieldShell.tsx'
import { type ControlBinding, useFormState } from '../FormContext.ts'

interface ModelPartProps {
  /** Of the whole model field. */
  readonly binding: ControlBinding
  readonly settings: JsonObject
  set(name: string, value: Json | undefined, when: 'burst' | 'now'): void
  /** The setting's key in `LLMConfig`. */
  readonly name: string
  readonly title: string
  readonly description: string | undefined
  children(inner: ControlBinding): ReactNode
}

/** One setting inside the model field, with its own label and problems. */
export function ModelPart({ binding, settings, set, name, title, description, children }: ModelPartProps) {
  const form = useFormState()
  const id = useId()
  const path = `${binding.path}.${name}`
  const problems = form.problems.filter((problem) => problem.path === path)
  const describedBy = [problems.length > 0 && `${id}-error`, description !== undefined && `${id}-help`].filter(Boolean)
  const inner: ControlBinding = {
    value: settings[name],
    mixed: false,
    onChange: (value, when) => set(name, value, when),
    onBlur: binding.onBlur,
    disabled: binding.disabled,
    placeholder: undefined,
    path,
    label: title,
    problems,
    onFix: form.onFix,
    aria: {
      id,
      'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
      'aria-invalid': problems.some((problem) => problem.severity === 'error') || undefined,
    },
  }
  return (
    <FieldShell
      id={id}
      path={path}
      title={title}
      description={description}
      required={false}
      mixed={false}
      problems={problems}
      onFix={form.onFix}
      onReset={undefined}
      default={undefined}
      layout="stacked"
    >
      {children(inner)}
    </FieldShell>
  )
}

import type { FieldSpec, Json, Problem } from '@petal/core/model'
import { useCallback, useId, useMemo, useState } from 'react'
import { useController } from 'react-hook-form'
import { t } from '../language/index.ts'
import { type ControlBinding, useFormState } from './FormContext.ts'
import { toPath } from './fieldPath.ts'
import { useSettled } from './useSettled.ts'
import { defaultOf, sameJson } from './withDefaults.ts'

interface BoundField {
  readonly binding: ControlBinding
  readonly mixed: boolean
  readonly onFix: ((problem: Problem) => void) | undefined
  /** Undefined while the value is the default. */
  readonly onReset: (() => void) | undefined
}

/** Binds one field to the draft: its value, where changes go, what is wrong with it. */
export function useFieldBinding(field: FieldSpec, name: string): BoundField {
  const form = useFormState()
  const id = useId()
  const { field: bound } = useController({ name, control: form.control })
  const path = toPath(name)
  const fullPath = form.prefix === '' ? path : `${form.prefix}.${path}`
  const found = useMemo(() => form.problems.filter((problem) => problem.path === fullPath), [form.problems, fullPath])
  const problems = useSettled(found, bound.value)
  const [touched, setTouched] = useState(false)
  // Until it is changed, a value that differs among several steps is shown as none of them.
  const mixed = form.mixed.includes(name) && !touched
  const { onChange } = bound
  const { change: changeForm } = form
  const onReset = useCallback(() => {
    onChange(defaultOf(field))
    changeForm(path, undefined, 'now')
  }, [onChange, changeForm, field, path])

  const change: ControlBinding['onChange'] = (value, when) => {
    setTouched(true)
    onChange(value)
    // The default itself is not kept: the file has what differs from it.
    changeForm(path, field.default !== undefined && sameJson(value, field.default) ? undefined : value, when)
  }
  const describedBy = [problems.length > 0 && `${id}-error`, field.description !== undefined && `${id}-help`].filter(
    Boolean,
  )
  return {
    mixed,
    onFix: form.onFix,
    onReset: isDefault(field, bound.value) || mixed || form.disabled ? undefined : onReset,
    binding: {
      value: mixed ? undefined : bound.value,
      mixed,
      onChange: change,
      onBlur: () => {
        bound.onBlur()
        form.flush()
      },
      disabled: form.disabled,
      placeholder: mixed ? t('Mixed values') : field.placeholder,
      path: fullPath,
      label: field.title,
      problems,
      onFix: form.onFix,
      aria: {
        id,
        'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
        'aria-invalid': problems.some((problem) => problem.severity === 'error') || undefined,
        'aria-required': field.required || undefined,
      },
    },
  }
}

/** True while there is nothing to put back: the value is the default, or there is no default. */
function isDefault(field: FieldSpec, value: Json | undefined): boolean {
  return field.default === undefined || value === undefined || sameJson(value, field.default)
}

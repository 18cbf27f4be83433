import type { FieldSpec, Json } from '@petal/core/model'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'
import { t } from '../../language/index.ts'
import { type ControlBinding, type ControlProps, useFormState } from '../FormContext.ts'
import { isObject, sameJson } from '../withDefaults.ts'
import { LocalFault } from './LocalFault.tsx'
import { singular } from './singular.ts'

interface Row {
  readonly id: number
  readonly key: string
  readonly value: Json | undefined
}

/** Keys chosen by the person, each with a value. Rows that are not complete yet stay in the draft. */
export function RecordControl({ field, binding }: ControlProps<'record'>) {
  const { rows, setRows } = useRows(binding)
  const noun = singular(field.title)
  const taken = rows.filter(
    (row, index) => row.key !== '' && rows.findIndex((other) => other.key === row.key) !== index,
  )
  return (
    <fieldset
      id={binding.aria.id}
      aria-describedby={binding.aria['aria-describedby']}
      aria-labelledby={binding.aria['aria-labelledby']}
      aria-label={binding.aria['aria-label']}
      className="flex min-w-0 flex-col gap-1.5"
    >
      {rows.map((row) => (
        <div key={row.id} className="flex items-start gap-1">
          <TextField
            mono
            aria-label={t('Name of {noun}', { noun })}
            placeholder={t('name')}
            className="w-28 shrink-0"
            value={row.key}
            disabled={binding.disabled}
            aria-invalid={taken.includes(row) || undefined}
            onChange={(event) =>
              setRows(
                rows.map((other) => (other === row ? { ...row, key: event.target.value } : other)),
                'burst',
              )
            }
            onBlur={binding.onBlur}
          />
          <div className="min-w-0 flex-1">
            <RecordValue
              field={field.value}
              binding={binding}
              row={row}
              onChange={(value, when) =>
                setRows(
                  rows.map((other) => (other === row ? { ...row, value } : other)),
                  when,
                )
              }
            />
          </div>
          <IconButton
            label={t('Remove {value}', { value: row.key === '' ? noun : row.key })}
            size="sm"
            className="mt-0.5"
            disabled={binding.disabled}
            onClick={() =>
              setRows(
                rows.filter((other) => other !== row),
                'now',
              )
            }
          >
            <X />
          </IconButton>
        </div>
      ))}
      <LocalFault
        message={
          taken[0] === undefined
            ? undefined
            : t('Not taken yet: the name "{key}" is used twice.', { key: taken[0].key })
        }
      />
      <Button
        variant="ghost"
        size="sm"
        icon={<Plus />}
        className="self-start"
        disabled={binding.disabled}
        onClick={() => setRows([...rows, { id: nextId(rows), key: '', value: field.value.default ?? '' }], 'now')}
      >
        {t('Add {noun}', { noun })}
      </Button>
    </fieldset>
  )
}

interface RecordValueProps {
  readonly field: FieldSpec
  readonly binding: ControlBinding
  readonly row: Row
  onChange: ControlBinding['onChange']
}

function RecordValue({ field, binding, row, onChange }: RecordValueProps) {
  const { Control } = useFormState()
  const id = useId()
  const label = t('Value of {key}', { key: row.key })
  const path = `${binding.path}.${row.key}`
  const inner: ControlBinding = {
    ...binding,
    value: row.value,
    onChange,
    placeholder: field.placeholder ?? t('value'),
    path,
    label,
    aria: { id, 'aria-label': label },
    problems: [],
  }
  return <Control field={field} binding={inner} />
}

/** The record as rows. They keep their identity while a key is typed, and are made anew when the value changes outside. */
function useRows(binding: ControlBinding) {
  const [draft, setDraft] = useState<readonly Row[]>([])
  const rows = sameJson(toRecord(draft), binding.value ?? {}) ? draft : toRows(binding.value)
  return {
    rows,
    setRows: (next: readonly Row[], when: 'burst' | 'now') => {
      setDraft(next)
      const record = toRecord(next)
      if (!sameJson(record, binding.value ?? {})) binding.onChange(record, when)
    },
  }
}

function toRows(value: Json | undefined): readonly Row[] {
  return isObject(value) ? Object.entries(value).map(([key, item], id) => ({ id, key, value: item })) : []
}

/** Rows without a name, and later rows of a name used before, are not part of the value. */
function toRecord(rows: readonly Row[]): { readonly [key: string]: Json } {
  const record = new Map<string, Json>()
  for (const { key, value } of rows) {
    if (key !== '' && value !== undefined && !record.has(key)) record.set(key, value)
  }
  return Object.fromEntries(record)
}

function nextId(rows: readonly Row[]): number {
  return rows.reduce((highest, row) => Math.max(highest, row.id), -1) + 1
}

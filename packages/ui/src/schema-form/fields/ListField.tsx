import type { Json, JsonObject } from '@petal/core/model'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import { Badge } from '../../components/Badge.tsx'
import { Button } from '../../components/Button.tsx'
import { t } from '../../language/index.ts'
import type { FieldProps } from '../FieldProps.ts'
import { useFormState } from '../FormContext.ts'
import { toPath } from '../fieldPath.ts'
import { OwnProblems } from '../OwnProblems.tsx'
import { withDefaults } from '../withDefaults.ts'
import { ListItem } from './ListItem.tsx'
import { singular } from './singular.ts'
import { useRowKeys } from './useRowKeys.ts'

/** A list of objects: items can be added, removed, moved and folded. */
export function ListField({ field, name }: FieldProps<'list'>) {
  const form = useFormState()
  const items = useFieldArray({ name, control: form.control })
  // The items that were there when the form opened; later ones were added by hand and start unfolded.
  const rows = useRowKeys(items.fields.length)
  const first = useRef(new Set(items.fields.length > 2 ? rows.list : []))
  const path = toPath(name)
  const fullPath = form.prefix === '' ? path : `${form.prefix}.${path}`
  const noun = singular(field.title)

  const edit = (change: (list: readonly Json[]) => readonly Json[], apply: () => void) => {
    form.flush()
    const next = change(form.read(name))
    apply()
    form.change(path, next, 'now')
  }
  const add = () => {
    const item = newItem(field)
    edit(
      (list) => [...list, item],
      () => items.append(item, { shouldFocus: false }),
    )
  }
  const remove = (index: number) =>
    edit(
      (list) => list.toSpliced(index, 1),
      () => {
        rows.remove(index)
        items.remove(index)
      },
    )
  const move = (index: number, to: number) => {
    if (to < 0 || to >= items.fields.length) return
    edit(
      (list) => moved(list, index, to),
      () => {
        rows.move(index, to)
        items.move(index, to)
      },
    )
  }
  return (
    <fieldset
      data-field-path={fullPath}
      className="flex min-w-0 scroll-my-12 flex-col gap-1.5 rounded-md data-flash:animate-flash"
    >
      <legend className="mb-1 flex items-center gap-1.5 font-medium text-ink-soft text-sm">
        {field.title}
        {field.required ? (
          <span aria-hidden className="-ml-1 text-accent">
            *
          </span>
        ) : null}
        {items.fields.length === 0 ? null : <Badge>{items.fields.length}</Badge>}
      </legend>
      <OwnProblems path={fullPath} />
      {rows.list.map((row, index) => (
        <ListItem
          key={row}
          field={field}
          name={`${name}.${index}`}
          index={index}
          count={items.fields.length}
          noun={noun}
          startsOpen={!first.current.has(row)}
          onMove={(to) => move(index, to)}
          onRemove={() => remove(index)}
        />
      ))}
      <Button variant="ghost" size="sm" icon={<Plus />} disabled={form.disabled} onClick={add} className="self-start">
        {t('Add {noun}', { noun })}
      </Button>
      {field.description === undefined ? null : (
        <p className="text-pretty text-ink-faint text-sm">{field.description}</p>
      )}
    </fieldset>
  )
}

function newItem(field: FieldProps<'list'>['field']): JsonObject {
  const empty = field.fields.filter(
    (inner) => inner.kind === 'text' || inner.kind === 'prompt' || inner.kind === 'longText',
  )
  return { ...Object.fromEntries(empty.map((inner) => [inner.name, ''])), ...withDefaults(field.fields, {}) }
}

function moved(list: readonly Json[], from: number, to: number): readonly Json[] {
  const item = list[from]
  return item === undefined ? list : list.toSpliced(from, 1).toSpliced(to, 0, item)
}

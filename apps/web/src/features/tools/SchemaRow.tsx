import type { JsonObject } from '@petal/core/model'
import { IconButton, Select, TextField } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import type { Pace } from '@petal/ui/schema-form'
import { X } from 'lucide-react'
import { type ComponentType, useId, useState } from 'react'
import type { SchemaRowsProps } from './SchemaRowsProps.ts'
import {
  type PropertyType,
  propertyTypes,
  type SchemaProperty,
  setKeyword,
  setSchemaType,
  typeOfSchema,
} from './schemaEdits.ts'

interface SchemaRowProps {
  /** Draws the parts of an object: given, because they are rows again. */
  readonly Rows: ComponentType<SchemaRowsProps>
  readonly property: SchemaProperty
  /** Names of the other properties. */
  readonly taken: readonly string[]
  readonly place: string
  readonly disabled: boolean
  onChange(patch: Partial<SchemaProperty>, pace: Pace): void
  onRemove(): void
}

const typeLabels: Readonly<Record<PropertyType, string>> = {
  string: msg('Text'),
  number: msg('Number'),
  integer: msg('Whole number'),
  boolean: msg('Yes or no'),
  enum: msg('Choice'),
  array: msg('List'),
  object: msg('Object'),
  other: msg('Other (see JSON)'),
}

/** One property: its name, what kind of value it holds, what it means, and whether it must be given. */
export function SchemaRow({ Rows, property, taken, place, disabled, onChange, onRemove }: SchemaRowProps) {
  const { name, schema, required } = property
  const label = `${place}${name}`
  const id = useId()
  const setSchema = (next: JsonObject, pace: Pace) => onChange({ schema: next }, pace)
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-col gap-1.5 rounded-md border border-line p-2">
      <div className="flex items-center gap-1.5">
        <PropertyName name={name} label={label} taken={taken} disabled={disabled} onChange={onChange} />
        <TypeSelect label={t('Type of {label}', { label })} schema={schema} disabled={disabled} onChange={setSchema} />
        <IconButton label={t('Remove {label}', { label })} size="sm" disabled={disabled} onClick={onRemove}>
          <X />
        </IconButton>
      </div>
      <TextField
        aria-label={t('Description of {label}', { label })}
        placeholder={t('What it means')}
        value={typeof schema.description === 'string' ? schema.description : ''}
        disabled={disabled}
        onChange={(event) => setSchema(setKeyword(schema, 'description', event.target.value), 'burst')}
      />
      <SchemaDetails Rows={Rows} schema={schema} label={label} disabled={disabled} onChange={setSchema} />
      <span className="flex items-center gap-2">
        <input
          id={id}
          type="checkbox"
          checked={required}
          disabled={disabled}
          onChange={(event) => onChange({ required: event.target.checked }, 'now')}
          className="focus-ring size-3.5 accent-accent-solid"
        />
        <label htmlFor={id} className="text-ink-soft text-sm">
          {t('Must be given')}
        </label>
      </span>
    </fieldset>
  )
}

interface PartProps {
  readonly schema: JsonObject
  readonly label: string
  readonly disabled: boolean
  onChange(schema: JsonObject, pace: Pace): void
}

function TypeSelect({ schema, label, disabled, onChange }: PartProps) {
  const type = typeOfSchema(schema)
  const options = propertyTypes
    .filter((value) => value !== 'other' || type === 'other')
    .map((value) => ({ value, label: t(typeLabels[value]) }))
  return (
    <Select
      aria-label={label}
      className="w-32 shrink-0"
      value={type}
      options={options}
      disabled={disabled}
      onValueChange={(value) => {
        const chosen = propertyTypes.find((known) => known === value)
        if (chosen !== undefined) onChange(setSchemaType(schema, chosen), 'now')
      }}
    />
  )
}

/** What belongs to a kind of value: the choices, what a list holds, the parts of an object. */
function SchemaDetails({ Rows, schema, label, disabled, onChange }: PartProps & Pick<SchemaRowProps, 'Rows'>) {
  switch (typeOfSchema(schema)) {
    case 'enum':
      return <Choices schema={schema} label={label} disabled={disabled} onChange={onChange} />
    case 'object':
      return <Rows schema={schema} place={`${label}.`} disabled={disabled} onChange={onChange} />
    case 'array': {
      const items = (schema.items ?? {}) as JsonObject // Checked by typeOfSchema before it is changed.
      const change = (next: JsonObject, pace: Pace) => onChange({ ...schema, items: next }, pace)
      return (
        <div className="flex flex-col gap-1.5 border-line border-l-2 pl-2">
          <span className="flex items-center gap-2 text-ink-soft text-sm">
            {t('Each entry')}
            <TypeSelect
              schema={items}
              label={t('Type of entries of {label}', { label })}
              disabled={disabled}
              onChange={change}
            />
          </span>
          <SchemaDetails Rows={Rows} schema={items} label={`${label}[]`} disabled={disabled} onChange={change} />
        </div>
      )
    }
    default:
      return null
  }
}

/** The choices, separated by commas. Kept as typed until the field is left, so that a comma can be written. */
function Choices({ schema, label, disabled, onChange }: PartProps) {
  const [draft, setDraft] = useState<string>()
  const values = Array.isArray(schema.enum) ? schema.enum.map(String) : []
  return (
    <TextField
      aria-label={t('Choices of {label}', { label })}
      placeholder={t('one, two, three')}
      value={draft ?? values.join(', ')}
      disabled={disabled}
      onChange={(event) => {
        setDraft(event.target.value)
        const choices = event.target.value.split(',').map((choice) => choice.trim())
        onChange({ ...schema, enum: choices.filter((choice) => choice !== '') }, 'burst')
      }}
      onBlur={() => setDraft(undefined)}
    />
  )
}

interface PropertyNameProps {
  readonly name: string
  readonly label: string
  readonly taken: readonly string[]
  readonly disabled: boolean
  onChange(patch: Partial<SchemaProperty>, pace: Pace): void
}

/** A name that is empty or taken is not kept: two properties of one name would become one. */
function PropertyName({ name, label, taken, disabled, onChange }: PropertyNameProps) {
  const [draft, setDraft] = useState<string>()
  const wanted = (draft ?? name).trim()
  const isBad = wanted === '' || taken.includes(wanted)
  const settle = () => {
    setDraft(undefined)
    if (!isBad && wanted !== name) onChange({ name: wanted }, 'now')
  }
  return (
    <TextField
      mono
      aria-label={t('Name of {label}', { label })}
      aria-invalid={isBad || undefined}
      className="min-w-0 flex-1"
      value={draft ?? name}
      disabled={disabled}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}

import { Button } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Plus } from 'lucide-react'
import { SchemaRow } from './SchemaRow.tsx'
import type { SchemaRowsProps } from './SchemaRowsProps.ts'
import { addProperty, listProperties, removeProperty, setProperty } from './schemaEdits.ts'

/** The properties of an object, one row each. */
export function SchemaRows({ schema, place, disabled, onChange }: SchemaRowsProps) {
  const properties = listProperties(schema)
  return (
    <div className="flex flex-col gap-2">
      {properties.map((property, index) => (
        <SchemaRow
          // The name is what is edited: a row is known by its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          Rows={SchemaRows}
          property={property}
          taken={properties.map(({ name }) => name).filter((name) => name !== property.name)}
          place={place}
          disabled={disabled}
          onChange={(patch, pace) => onChange(setProperty(schema, property.name, patch), pace)}
          onRemove={() => onChange(removeProperty(schema, property.name), 'now')}
        />
      ))}
      <Button
        variant="ghost"
        size="sm"
        icon={<Plus />}
        className="self-start"
        disabled={disabled}
        onClick={() => onChange(addProperty(schema), 'now')}
      >
        {place === '' ? t('Add argument') : t('Add to {slice}', { slice: place.slice(0, -1) })}
      </Button>
    </div>
  )
}

import { Plus, X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'
import { t } from '../../language/index.ts'
import type { ControlProps } from '../FormContext.ts'
import { isList } from '../withDefaults.ts'
import { readText } from './readText.ts'
import { singular } from './singular.ts'

/** A list of lines. Enter adds the next one; Backspace in an empty one removes it. */
export function TextListControl({ field, binding }: ControlProps<'textList'>) {
  const root = useRef<HTMLFieldSetElement>(null)
  const lines = isList(binding.value) ? binding.value.map(readText) : []
  const noun = singular(field.title)

  // The line that gets the focus once it is drawn: before the next key, which belongs there.
  const wanted = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    root.current?.querySelectorAll('input')[wanted.current]?.focus()
    wanted.current = undefined
  })
  const insert = (index: number) => {
    wanted.current = index
    binding.onChange(lines.toSpliced(index, 0, ''), 'now')
  }
  const remove = (index: number) => {
    wanted.current = Math.max(index - 1, 0)
    binding.onChange(lines.toSpliced(index, 1), 'now')
  }
  return (
    <fieldset
      ref={root}
      id={binding.aria.id}
      aria-describedby={binding.aria['aria-describedby']}
      aria-labelledby={binding.aria['aria-labelledby']}
      aria-label={binding.aria['aria-label']}
      className="flex min-w-0 flex-col gap-1"
    >
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity beside its place
        <div key={index} className="group/line flex items-center gap-1">
          <TextField
            aria-label={`${noun} ${index + 1}`}
            value={line}
            placeholder={binding.placeholder}
            disabled={binding.disabled}
            onChange={(event) => binding.onChange(lines.with(index, event.target.value), 'burst')}
            onBlur={binding.onBlur}
            onKeyDown={(event) => {
              const isEmptied = event.key === 'Backspace' && line === ''
              if (event.key !== 'Enter' && !isEmptied) return
              event.preventDefault()
              if (isEmptied) remove(index)
              else insert(index + 1)
            }}
          />
          <IconButton
            label={t('Remove {noun} {value}', { noun, value: index + 1 })}
            size="sm"
            disabled={binding.disabled}
            onClick={() => remove(index)}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <Button
        variant="ghost"
        size="sm"
        icon={<Plus />}
        disabled={binding.disabled}
        onClick={() => insert(lines.length)}
        className="self-start"
      >
        {t('Add {noun}', { noun })}
      </Button>
    </fieldset>
  )
}

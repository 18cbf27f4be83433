import type { StepDefinition } from '@petal/core/model'
import { cn, Tooltip } from '@petal/ui'
import { t } from '@petal/ui/language'
import { type KeyboardEvent, useRef } from 'react'
import { useActions, useReadOnly } from '../../editor/EditorContext.tsx'
import { StepIcon } from '../../look/StepIcon.tsx'
import { usePickUp } from './usePickUp.ts'

interface PaletteItemProps {
  readonly type: StepDefinition
  /** Says what it does beneath its name; else that stands in its tooltip. Under a finger, which has none, always. */
  readonly detailed: boolean
}

/** One step type: drag it onto the canvas, or press it to add it beside the selection. */
export function PaletteItem({ type, detailed }: PaletteItemProps) {
  const actions = useActions()
  const isEditable = useReadOnly() === undefined
  const button = useRef<HTMLButtonElement>(null)
  const pickUp = usePickUp((point) => actions.startDrag({ strategyType: type.name, ...point }))
  return (
    <Tooltip content={type.description} side="right">
      <button
        ref={button}
        type="button"
        data-step-type={type.name}
        aria-label={t('Add {title}', { title: type.title })}
        aria-disabled={!isEditable}
        {...(isEditable ? pickUp.handlers : {})}
        onClick={() => {
          if (isEditable && !pickUp.wasDragged()) actions.addStepBeside(type.name)
        }}
        onKeyDown={moveFocus}
        className="focus-ring flex w-full cursor-grab select-none items-center gap-2.5 rounded-lg border border-transparent px-2 py-0.75 text-left hover:border-line hover:bg-hover active:cursor-grabbing aria-disabled:cursor-default aria-disabled:opacity-50"
      >
        <StepIcon icon={type.icon} category={type.category} />
        <span className="min-w-0 flex-1">
          <span className="wrap-break-word block font-medium leading-4.5">{type.title}</span>
          <span
            className={cn(
              'truncate text-ink-faint text-xs leading-4',
              detailed ? 'block' : 'pointer-coarse:block hidden',
            )}
          >
            {type.description}
          </span>
        </span>
      </button>
    </Tooltip>
  )
}

/** Arrow keys go from item to item. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const items = [...document.querySelectorAll<HTMLElement>('[data-step-type]')]
  const index = items.indexOf(event.currentTarget)
  items[index + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  event.preventDefault()
  event.stopPropagation()
}

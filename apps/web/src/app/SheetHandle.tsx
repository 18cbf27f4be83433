import { t } from '@petal/ui/language'
import type { KeyboardEvent, PointerEvent } from 'react'
import { afterTap, nearestHeight, neighbourOf, percentOf, type SheetHeight } from './sheetHeights.ts'

interface SheetHandleProps {
  readonly label: string
  readonly height: SheetHeight
  /** While it is dragged: how high the sheet is now, in pixels; undefined once it is let go of. */
  onDrag(pixels: number | undefined): void
  onChoose(height: SheetHeight): void
}

/** Fingers tremble: so far a press may move and is a tap still, in pixels. */
const still = 6

/** The whole first line of a sheet, behind what stands in it: dragged, tapped, or moved by arrows. */
export function SheetHandle({ label, height, onDrag, onChoose }: SheetHandleProps) {
  const onPointerDown = (press: PointerEvent<HTMLDivElement>) => {
    const handle = press.currentTarget
    const sheet = handle.closest('[data-sheet]')
    const room = sheet?.parentElement?.clientHeight
    if (press.button !== 0 || !sheet || !room) return
    const from = sheet.clientHeight
    let now = from
    const wasMoved = () => Math.abs(now - from) > still
    const move = ({ clientY }: globalThis.PointerEvent) => {
      now = Math.min(room, Math.max(0, from + press.clientY - clientY))
      if (wasMoved()) onDrag(now)
    }
    const ending = new AbortController()
    const end = ({ type }: Event) => {
      ending.abort()
      onDrag(undefined)
      if (wasMoved()) onChoose(nearestHeight(now / room))
      else if (type === 'pointerup') onChoose(afterTap(height))
    }
    const { signal } = ending
    handle.setPointerCapture(press.pointerId)
    handle.addEventListener('pointermove', move, { signal })
    handle.addEventListener('pointerup', end, { signal })
    handle.addEventListener('pointercancel', end, { signal })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = byKey(event.key, height)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChoose(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, which <hr> is not
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={percentOf(height)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={words(height)}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      className="focus-ring absolute inset-0 flex cursor-row-resize touch-none justify-center pt-1 -outline-offset-2!"
    >
      <span aria-hidden className="h-1 w-9 rounded-full bg-line-strong" />
    </div>
  )
}

function byKey(key: string, height: SheetHeight): SheetHeight | undefined {
  switch (key) {
    case 'ArrowUp':
      return neighbourOf(height, 1)
    case 'ArrowDown':
      return neighbourOf(height, -1)
    case 'Home':
      return 'line'
    case 'End':
      return 'all'
    case 'Enter':
    case ' ':
      return afterTap(height)
    default:
      return undefined
  }
}

function words(height: SheetHeight): string {
  if (height === 'line') return t('One line')
  return height === 'part' ? t('A part of the screen') : t('The whole screen')
}

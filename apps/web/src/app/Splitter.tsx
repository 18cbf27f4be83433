import { cn } from '@petal/ui'
import type { KeyboardEvent, PointerEvent } from 'react'
import { type PanelName, panelRanges } from './panelSizes.ts'

interface SplitterProps {
  readonly panel: PanelName
  /** What it resizes, for screen readers: "Resize the palette". */
  readonly label: string
  readonly size: number
  /** On which side of the line the panel lies. */
  readonly side: 'left' | 'right' | 'below'
  onResize(size: number): void
}

const keyStep = 16

/** The line between two parts: one pixel to see, nine to take hold of; arrows move it, a double click puts it back. */
export function Splitter({ panel, label, size, side, onResize }: SplitterProps) {
  const isRow = side === 'below'
  const range = panelRanges[panel]
  const grow = side === 'left' ? 1 : -1
  const onPointerDown = (press: PointerEvent<HTMLDivElement>) => {
    if (press.button !== 0) return
    const line = press.currentTarget
    const from = isRow ? press.clientY : press.clientX
    line.setPointerCapture(press.pointerId)
    const move = (event: globalThis.PointerEvent) =>
      onResize(size + grow * ((isRow ? event.clientY : event.clientX) - from))
    const stop = () => line.removeEventListener('pointermove', move)
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', stop, { once: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = sizeByKey(event.key, isRow, size, grow) ?? { Home: range.least, End: range.most }[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onResize(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, which <hr> is not
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isRow ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={range.least}
      aria-valuemax={range.most}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(range.initial)}
      className={cn(
        'relative z-10 shrink-0 touch-none bg-line outline-none transition-colors after:absolute hover:bg-accent focus-visible:bg-focus active:bg-accent',
        isRow
          ? 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1'
          : 'w-px cursor-col-resize after:-inset-x-1 after:inset-y-0',
      )}
    />
  )
}

function sizeByKey(key: string, isRow: boolean, size: number, grow: number): number | undefined {
  if (key === (isRow ? 'ArrowDown' : 'ArrowRight')) return size + grow * keyStep
  if (key === (isRow ? 'ArrowUp' : 'ArrowLeft')) return size - grow * keyStep
  return undefined
}

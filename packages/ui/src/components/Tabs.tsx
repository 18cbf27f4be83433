import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { cn } from './cn.ts'
import { useOverflow } from './useOverflow.ts'

export interface TabSpec {
  readonly id: string
  readonly label: string
  /** Stands after the words: a `Badge` with a count. */
  readonly badge?: ReactNode
  readonly content: ReactNode
}

interface TabsProps {
  readonly tabs: readonly TabSpec[]
  readonly value: string
  onValueChange(id: string): void
  /** Name of the row of tabs for screen readers. */
  readonly label: string
  /** Stands at the right end of the row. */
  readonly trailing?: ReactNode
  /** In a narrow place the trailing part goes below the tabs instead of pushing them together. */
  readonly trailingWraps?: boolean
  readonly className?: string
  readonly contentClassName?: string
}

/** Tabs with an underline. Only the chosen tab's content is mounted. */
export function Tabs(props: TabsProps) {
  const { tabs, value, onValueChange, label, trailing, trailingWraps = false, className, contentClassName } = props
  const row = useRef<HTMLDivElement>(null)
  const { before, after } = useOverflow(row)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen comes into sight, by whatever it was chosen
  useEffect(() => {
    row.current?.querySelector('[data-state=active]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [value])
  return (
    <Radix.Root value={value} onValueChange={onValueChange} className={cn('flex min-h-0 flex-col', className)}>
      <div
        className={cn(
          'flex min-h-10 shrink-0 items-stretch border-line border-b px-3',
          trailingWraps && 'max-sm:flex-col-reverse',
        )}
      >
        <div className={cn('relative flex min-w-0 flex-1', trailingWraps && 'max-sm:flex-none')}>
          <Radix.List
            ref={row}
            aria-label={label}
            className="flex h-10 min-w-0 flex-1 scroll-px-9 items-stretch gap-1 overflow-x-auto [scrollbar-width:none]"
          >
            {tabs.map((tab) => (
              <Radix.Trigger
                key={tab.id}
                value={tab.id}
                className={cn(
                  'focus-ring -mb-px relative -outline-offset-2! flex shrink-0 items-center gap-1.5 rounded-sm px-2 text-base text-ink-soft',
                  'after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full hover:text-ink',
                  'data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:after:bg-accent-solid',
                )}
              >
                {tab.label}
                {tab.badge}
              </Radix.Trigger>
            ))}
          </Radix.List>
          {before ? <More side="left" row={row} /> : null}
          {after ? <More side="right" row={row} /> : null}
        </div>
        {trailing === undefined ? null : (
          <div className={cn('flex shrink-0 items-center pl-2', trailingWraps && 'max-sm:pb-1 max-sm:pl-0')}>
            {trailing}
          </div>
        )}
      </div>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          tabIndex={-1}
          className={cn('min-h-0 flex-1 overflow-y-auto outline-none', contentClassName)}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}

/** Says that there are more tabs on one side, and brings them into sight. Keys do so by going from tab to tab. */
function More({ side, row }: { readonly side: 'left' | 'right'; readonly row: RefObject<HTMLDivElement | null> }) {
  const isLeft = side === 'left'
  const go = () => {
    const width = row.current?.clientWidth ?? 0
    row.current?.scrollBy({ left: (isLeft ? -0.8 : 0.8) * width })
  }
  return (
    <button
      type="button"
      aria-hidden
      tabIndex={-1}
      // Whoever cannot see it must not find the focus on it, and it goes once all is in sight.
      onMouseDown={(event) => event.preventDefault()}
      onClick={go}
      className={cn(
        'absolute inset-y-0 flex w-7 items-center justify-center border-line bg-surface text-ink-soft hover:text-ink',
        isLeft ? 'left-0 border-r' : 'right-0 border-l',
      )}
    >
      {isLeft ? <ChevronLeft className="size-4" /> : <ChevronRight className="size-4" />}
    </button>
  )
}

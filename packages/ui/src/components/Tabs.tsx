import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

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
  return (
    <Radix.Root value={value} onValueChange={onValueChange} className={cn('flex min-h-0 flex-col', className)}>
      <div
        className={cn(
          'flex min-h-10 shrink-0 items-stretch border-line border-b px-3',
          trailingWraps && 'max-sm:flex-col-reverse',
        )}
      >
        <Radix.List
          aria-label={label}
          className={cn(
            'flex h-10 min-w-0 flex-1 items-stretch gap-1 overflow-x-auto [scrollbar-width:none]',
            trailingWraps && 'max-sm:flex-none',
          )}
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

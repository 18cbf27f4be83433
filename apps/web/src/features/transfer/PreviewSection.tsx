import { Badge, cn, type Tone } from '@petal/ui'
import type { ReactNode } from 'react'

interface PreviewSectionProps {
  readonly title: string
  readonly count?: number
  readonly tone?: Tone
  /** Over the whole width, with more room. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A part of what is told of an agent before it is opened. */
export function PreviewSection({ title, count, tone = 'neutral', wide = false, children }: PreviewSectionProps) {
  return (
    <section aria-label={title} className={cn('min-w-0', wide && 'sm:col-span-2')}>
      <h3 className="mb-1.5 flex items-center gap-2 font-medium text-ink">
        {title}
        {count === undefined || count === 0 ? null : <Badge tone={tone}>{count}</Badge>}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard it scrolls only while it has the focus */}
      <div tabIndex={0} className={cn('focus-ring overflow-y-auto rounded-sm', wide ? 'max-h-80' : 'max-h-48')}>
        {children}
      </div>
    </section>
  )
}

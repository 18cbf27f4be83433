import { IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

interface SheetLineProps {
  readonly title: string
  /** Behind the title and the button: what moves the sheet. */
  readonly handle?: ReactNode
  /** Beside the title. */
  readonly children?: ReactNode
  onClose(): void
}

/** The first line of a sheet: what it is, and the way to close it. */
export function SheetLine({ title, handle, children, onClose }: SheetLineProps) {
  return (
    <div className="relative flex h-8 shrink-0 pointer-coarse:h-11 items-center justify-between pr-1.5 pl-4">
      {handle}
      <div className="pointer-events-none relative flex min-w-0 items-center gap-2">
        <span className="font-medium text-ink-faint text-sm">{title}</span>
        {children}
      </div>
      <IconButton label={t('Close')} size="sm" className="relative pointer-coarse:size-11" onClick={onClose}>
        <X />
      </IconButton>
    </div>
  )
}

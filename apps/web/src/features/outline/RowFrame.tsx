import { cn } from '@petal/ui'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useContext } from 'react'
import { useEditor } from '../../editor/EditorContext.tsx'
import { selectSelection } from '../../editor/selectors.ts'
import { homeRank } from '../../focus/homeRank.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { RowPlaceContext } from './RowPlaceContext.ts'
import { isRowSelected } from './rowSelection.ts'

interface RowFrameProps {
  readonly row: OutlineRow
  /** All that the row says, for those who hear it. */
  readonly label: string
  readonly children: ReactNode
  /** Its buttons. */
  readonly actions?: ReactNode
  readonly className?: string
}

/** A row of the grid: where it stands, how deep, whether it is selected; what it says, and its buttons. */
export function RowFrame({ row, label, children, actions, className }: RowFrameProps) {
  const { index, top, height, isActive } = useContext(RowPlaceContext)
  const selected = useEditor((state) => isRowSelected(row, selectSelection(state)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be windowed, and its rows cannot have levels
    <div
      role="row"
      data-row={row.id}
      tabIndex={isActive ? 0 : -1}
      data-focus-home={isActive ? homeRank.row : undefined}
      aria-label={label}
      aria-rowindex={index + 1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={selected}
      {...(row.expanded === undefined ? {} : { 'aria-expanded': row.expanded })}
      style={{ top, height }}
      className={cn(
        'focus-ring group absolute inset-x-0 flex select-none items-center gap-1 rounded-md pr-1.5 -outline-offset-2! hover:bg-hover',
        row.level === 1 ? 'pl-1' : 'pl-9',
        selected && 'bg-accent-soft hover:bg-accent-soft',
        className,
      )}
    >
      {row.level === 1 ? <Fold expanded={row.expanded} /> : null}
      <Cell className="flex h-full min-w-0 flex-1 items-center gap-2.5">{children}</Cell>
      {actions === undefined ? null : <Cell className="flex shrink-0 items-center gap-0.5">{actions}</Cell>}
    </div>
  )
}

function Cell({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as with the row
    // biome-ignore lint/a11y/useFocusableInteractive: its row has the focus, or one of the buttons within
    <div role="gridcell" className={className}>
      {children}
    </div>
  )
}

/** Folds the rows of a row; by key the arrows do. */
function Fold({ expanded }: { readonly expanded: boolean | undefined }) {
  return (
    <span
      aria-hidden
      data-fold
      className="flex h-full w-6 shrink-0 items-center justify-center text-ink-faint [&_svg]:size-3.5"
    >
      {expanded === undefined ? null : (
        <ChevronRight className={cn('transition-transform duration-100', expanded && 'rotate-90')} />
      )}
    </span>
  )
}

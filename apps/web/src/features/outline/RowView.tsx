import { memo, useMemo } from 'react'
import { AgentRow, GroupRow, NoteRow, TerminalRow } from './OtherRow.tsx'
import type { OutlineRow } from './OutlineRow.ts'
import { type RowPlace, RowPlaceContext } from './RowPlaceContext.ts'
import { StepRow } from './StepRow.tsx'
import { WayRow } from './WayRow.tsx'

/** A row at its place. */
export const RowView = memo(function RowView({
  row,
  index,
  top,
  height,
  isActive,
}: RowPlace & { readonly row: OutlineRow }) {
  const place = useMemo(() => ({ index, top, height, isActive }), [index, top, height, isActive])
  return (
    <RowPlaceContext value={place}>
      <Content row={row} />
    </RowPlaceContext>
  )
})

function Content({ row }: { readonly row: OutlineRow }) {
  switch (row.kind) {
    case 'start':
    case 'end':
      return <TerminalRow row={row} />
    case 'step':
      return <StepRow row={row} />
    case 'way':
      return <WayRow row={row} />
    case 'agent':
      return <AgentRow row={row} />
    case 'group':
      return <GroupRow row={row} />
    case 'note':
      return <NoteRow row={row} />
  }
}

import { t } from '@petal/ui/language'
import { Ellipsis } from 'lucide-react'
import { useOutlineHand } from './OutlineHand.ts'
import type { OutlineRow } from './OutlineRow.ts'
import { RowButton } from './RowButton.tsx'

/** Opens the menu of a row. */
export function MenuButton({ row, name }: { readonly row: OutlineRow; readonly name: string }) {
  const { open } = useOutlineHand()
  return (
    <RowButton
      label={t('Menu of {name}', { name })}
      aria-haspopup="menu"
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect()
        open({ kind: 'menu', row, at: { x: left, y: bottom } })
      }}
    >
      <Ellipsis />
    </RowButton>
  )
}

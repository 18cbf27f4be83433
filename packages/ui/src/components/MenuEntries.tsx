import { Check, ChevronRight } from 'lucide-react'
import type { ContextMenu, DropdownMenu } from 'radix-ui'
import { t } from '../language/index.ts'
import { cn } from './cn.ts'
import { Kbd } from './Kbd.tsx'
import { MenuScroll } from './MenuScroll.tsx'
import { type MenuEntry, menuRow, menuSurface } from './menuEntry.ts'

/** The parts that Radix's two menus share, so that both are drawn by one component. */
type MenuParts = Pick<
  typeof DropdownMenu & typeof ContextMenu,
  'Item' | 'Separator' | 'Label' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>

interface MenuEntriesProps {
  readonly parts: MenuParts
  readonly entries: readonly MenuEntry[]
}

/** The lines of a menu, whichever of the two menus they stand in. */
export function MenuEntries({ parts, entries }: MenuEntriesProps) {
  const items = entries.filter((entry) => (entry.kind ?? 'item') === 'item')
  const ticked = items.some(canBeTicked)
  // A choice of one begins at what is chosen.
  const isChoice = items.every(canBeTicked) && items.filter(isTicked).length === 1
  return (
    <MenuScroll>
      {entries.map((entry) => (
        <Entry key={entry.id} parts={parts} entry={entry} ticked={ticked} isChoice={isChoice} />
      ))}
    </MenuScroll>
  )
}

function canBeTicked(entry: MenuEntry): boolean {
  return 'checked' in entry
}

function isTicked(entry: MenuEntry): boolean {
  return 'checked' in entry && entry.checked === true
}

/** As soon as it is there: Radix then looks for no other place. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
}

interface EntryProps {
  readonly parts: MenuParts
  readonly entry: MenuEntry
  readonly ticked: boolean
  readonly isChoice: boolean
}

function Entry({ parts, entry, ticked, isChoice }: EntryProps) {
  if (entry.kind === 'separator') return <parts.Separator className="-mx-1 my-1 h-px bg-line" />
  if (entry.kind === 'label') {
    return <parts.Label className="px-2 pt-2 pb-1 font-medium text-ink-faint text-sm">{entry.label}</parts.Label>
  }
  if (entry.kind === 'submenu') {
    return (
      <parts.Sub>
        <parts.SubTrigger className={menuRow}>
          {entry.icon}
          <span className="flex-1">{entry.label}</span>
          <ChevronRight aria-hidden />
        </parts.SubTrigger>
        <parts.Portal>
          <parts.SubContent
            className={cn(menuSurface, 'max-h-(--radix-popper-available-height)')}
            sideOffset={4}
            collisionPadding={8}
          >
            <MenuEntries parts={parts} entries={entry.entries} />
          </parts.SubContent>
        </parts.Portal>
      </parts.Sub>
    )
  }
  return (
    <parts.Item
      ref={isChoice && entry.checked === true ? takeFocus : null}
      disabled={entry.disabled ?? false}
      // Once the menu is closed: until then it holds the focus, which some entries send elsewhere.
      onSelect={() => setTimeout(entry.onSelect)}
      className={cn(
        menuRow,
        entry.danger === true && 'text-danger data-[highlighted]:bg-danger-soft [&_svg]:text-danger',
      )}
    >
      {ticked ? <Check aria-hidden className={cn(entry.checked !== true && 'invisible')} /> : null}
      {entry.icon}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="line-clamp-2">{entry.label}</span>
        {entry.hint === undefined ? null : <span className="text-ink-faint text-sm">{entry.hint}</span>}
      </span>
      {entry.checked === true ? <span className="sr-only">{t('(on)')}</span> : null}
      {entry.shortcut === undefined ? null : (
        <Kbd keys={entry.shortcut} className="ml-4 text-ink-faint pointer-coarse:hidden" />
      )}
    </parts.Item>
  )
}

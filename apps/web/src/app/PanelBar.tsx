import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Blocks, ListTree, type LucideIcon, Play, SlidersHorizontal, Undo2 } from 'lucide-react'
import { useCommand, useCommandRunner } from '../commands/CommandContext.tsx'
import { findCommand } from '../commands/commandList.ts'
import { useEditor } from '../editor/EditorContext.tsx'
import { selectUndoLabel } from '../editor/selectors.ts'

/** On a phone: the panels under the thumb, where the top bar has no room for them. */
export function PanelBar() {
  const run = useCommand()
  const runner = useCommandRunner()
  const { paletteOpen, sideOpen, runOpen, outlineOpen } = useEditor((state) => state.session.panels)
  const undoLabel = useEditor(selectUndoLabel)
  return (
    <nav
      aria-label={t('Panels')}
      className="flex h-13 shrink-0 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] in-data-writing:hidden sm:hidden"
    >
      <BarButton icon={Blocks} label={t('Steps')} pressed={paletteOpen} onClick={() => run('togglePalette')} />
      <BarButton icon={ListTree} label={t('Outline')} pressed={outlineOpen} onClick={() => run('toggleOutline')} />
      <BarButton icon={SlidersHorizontal} label={t('Settings')} pressed={sideOpen} onClick={() => run('toggleSide')} />
      <BarButton icon={Play} label={t('Run panel')} pressed={runOpen} onClick={() => run('toggleRun')} />
      <BarButton
        icon={Undo2}
        label={t('Undo')}
        disabled={undoLabel === undefined || !runner.isEnabled(findCommand('undo'))}
        onClick={() => run('undo')}
      />
    </nav>
  )
}

interface BarButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  onClick(): void
}

function BarButton({ icon: Icon, label, pressed, disabled = false, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={onClick}
      className={cn(
        'focus-ring flex flex-1 flex-col items-center justify-center gap-0.5 rounded-sm text-ink-soft text-xs -outline-offset-2!',
        'disabled:text-ink-disabled',
        pressed === true && 'font-medium text-accent',
      )}
    >
      <Icon aria-hidden className="size-4.5" />
      {label}
    </button>
  )
}

import { cn } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Blocks, ListTree, type LucideIcon, Play, Redo2, SlidersHorizontal, Undo2 } from 'lucide-react'
import { useCommand, useCommandRunner } from '../commands/CommandContext.tsx'
import { findCommand } from '../commands/commandList.ts'
import { useEditor } from '../editor/EditorContext.tsx'
import { selectCanUndo } from '../editor/selectors.ts'

/** On a phone: the panels under the thumb, where the top bar has no room for them. */
export function PanelBar() {
  const run = useCommand()
  const runner = useCommandRunner()
  const { paletteOpen, sideOpen, runOpen, outlineOpen } = useEditor((state) => state.session.panels)
  const canUndo = useEditor(selectCanUndo)
  const canRedo = useEditor(({ history }) => history.future.length > 0)
  return (
    <nav
      aria-label={t('Panels')}
      className="flex h-13 shrink-0 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] in-data-writing:hidden sm:hidden"
    >
      <BarButton icon={Blocks} label={t('Steps')} pressed={paletteOpen} onClick={() => run('togglePalette')} />
      <BarButton icon={ListTree} label={t('Outline')} pressed={outlineOpen} onClick={() => run('toggleOutline')} />
      <BarButton icon={SlidersHorizontal} label={t('Settings')} pressed={sideOpen} onClick={() => run('toggleSide')} />
      <BarButton icon={Play} label={t('Run panel')} pressed={runOpen} onClick={() => run('toggleRun')} />
      <HistoryButton
        icon={Undo2}
        label={t('Undo')}
        disabled={!canUndo || !runner.isEnabled(findCommand('undo'))}
        onClick={() => run('undo')}
      />
      <HistoryButton
        icon={Redo2}
        label={t('Redo')}
        disabled={!canRedo || !runner.isEnabled(findCommand('redo'))}
        onClick={() => run('redo')}
      />
    </nav>
  )
}

interface BarButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly pressed: boolean
  onClick(): void
}

function BarButton({ icon: Icon, label, pressed, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cn(
        'focus-ring flex min-w-0 flex-auto flex-col items-center justify-center gap-0.5 rounded-sm px-0.5 text-ink-soft text-xs -outline-offset-2!',
        pressed && 'font-medium text-accent',
      )}
    >
      <Icon aria-hidden className="size-4.5" />
      <span className="max-w-full truncate">{label}</span>
    </button>
  )
}

interface HistoryButtonProps extends Pick<BarButtonProps, 'icon' | 'label' | 'onClick'> {
  readonly disabled: boolean
}

/** A picture alone: everybody knows these two, and words for them would take the room from the panels. */
function HistoryButton({ icon: Icon, label, disabled, onClick }: HistoryButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="focus-ring flex w-11 shrink-0 items-center justify-center rounded-sm text-ink-soft -outline-offset-2! disabled:text-ink-disabled"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  )
}

import { Button, IconButton } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Library, Play, Redo2, Square, Undo2 } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { useStore } from 'zustand/react'
import { useCommand, useShortcuts } from '../../commands/CommandContext.tsx'
import { useActions, useEditor, useEditorInstance } from '../../editor/EditorContext.tsx'
import { selectRun } from '../../editor/selectors.ts'
import { lazyPart } from '../../look/lazyPart.ts'
import { useSettled } from '../../look/useSettled.ts'
import { AgentName } from './AgentName.tsx'
import { PanelToggles } from './PanelToggles.tsx'
import { ProblemCount } from './ProblemCount.tsx'

const GoOnButton = lazyPart(async () => (await import('./GoOnButton.tsx')).GoOnButton)
const TopMenus = lazyPart(async () => (await import('./TopMenus.tsx')).TopMenus)

interface TopBarProps {
  readonly isRunning: boolean
  /** Whether the work is saved, in words. */
  readonly saveState?: ReactNode
  /** Import and export. */
  readonly transfer?: ReactNode
}

/** The line above everything: which agent, how it stands, what to do with it as a whole. */
export function TopBar({ isRunning, saveState, transfer }: TopBarProps) {
  const keys = useShortcuts()
  const actions = useActions()
  const isTime = useSettled()
  return (
    <header
      data-region="bar"
      className="flex h-12 shrink-0 items-center gap-1.5 border-line border-b bg-surface px-2.5"
    >
      <IconButton
        label={t('Open the library')}
        shortcut={keys('openLibrary')}
        size="lg"
        onClick={() => actions.setDialog('library')}
      >
        <Library />
      </IconButton>
      <AgentName />
      <span className="mx-1 text-ink-faint text-sm max-sm:hidden">{saveState}</span>
      <div className="ml-auto flex items-center gap-1">
        {/* On a phone undo and the panels stand in the bar at the bottom. */}
        <div className="contents max-sm:hidden">
          <History />
          <Divider />
        </div>
        <ProblemCount />
        {transfer}
        <Divider />
        <div className="contents max-sm:hidden">
          <PanelToggles />
          <Divider />
        </div>
        {/* The place of the two menus is kept while they load. */}
        <span className="inline-flex w-17 gap-1">
          <Suspense fallback={null}>{isTime ? <TopMenus /> : null}</Suspense>
        </span>
        <RunButton isRunning={isRunning} />
      </div>
    </header>
  )
}

/** Runs the agent, and stops it: the same button, so that it keeps the focus. While a run waits, goes on with that. */
function RunButton({ isRunning }: { readonly isRunning: boolean }) {
  const run = useCommand()
  const isPaused = useEditor((state) => selectRun(state)?.status === 'paused')
  if (isRunning)
    return (
      <Button variant="secondary" size="lg" icon={<Square className="fill-current" />} onClick={() => run('stop')}>
        {t('Stop')}
      </Button>
    )
  const button = (
    <Button variant="primary" size="lg" icon={<Play className="fill-current" />} onClick={() => run('run')}>
      {t('Run')}
    </Button>
  )
  return isPaused ? (
    <Suspense fallback={button}>
      <GoOnButton>{button}</GoOnButton>
    </Suspense>
  ) : (
    button
  )
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
}

function History() {
  const keys = useShortcuts()
  const actions = useActions()
  const words = useStore(useEditorInstance().entryWords.current)
  const undoLabel = useEditor(({ history }) => words.undo(history))
  const redoLabel = useEditor(({ history }) => words.redo(history))
  return (
    <>
      <IconButton
        label={undoLabel === undefined ? t('Undo') : t('Undo: {undoLabel}', { undoLabel })}
        shortcut={keys('undo')}
        disabled={undoLabel === undefined}
        onClick={actions.undo}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        label={redoLabel === undefined ? t('Redo') : t('Redo: {redoLabel}', { redoLabel })}
        shortcut={keys('redo')}
        disabled={redoLabel === undefined}
        onClick={actions.redo}
      >
        <Redo2 />
      </IconButton>
    </>
  )
}

import { Button, EmptyState, Kbd } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import { MousePointerClick, Plus } from 'lucide-react'
import { useShortcuts } from '../../commands/CommandContext.tsx'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'

const hints = [
  { id: 'addStep', text: msg('add a step') },
  { id: 'run', text: msg('run the agent') },
  { id: 'commands', text: msg('find any command') },
] as const

/** What the Step tab teaches while no step is selected. */
export function NothingSelected() {
  const actions = useActions()
  const keysOf = useShortcuts()
  const paletteOpen = useEditor((state) => state.session.panels.paletteOpen)
  const isEmpty = useEditor((state) => selectAgent(state).steps.length === 0)
  return (
    <EmptyState
      icon={<MousePointerClick />}
      title={isEmpty ? t('Start with a step') : t('No step selected')}
      action={
        isEmpty && !paletteOpen ? (
          <Button variant="primary" icon={<Plus />} onClick={() => actions.setPanels({ paletteOpen: true })}>
            {t('Open the palette')}
          </Button>
        ) : undefined
      }
    >
      <p>
        {isEmpty
          ? t('Drag one from the palette onto the canvas: a model to ask, a choice to make, a value to set.')
          : t('Click a step on the canvas to edit its prompt and settings here.')}
      </p>
      <dl className="mx-auto mt-6 grid w-fit pointer-coarse:hidden grid-cols-[auto_auto] items-center gap-x-3 gap-y-2 text-left">
        {hints.map(({ id, text }) => (
          <div key={id} className="contents">
            <dt className="flex justify-self-end text-ink-faint">
              <Kbd keys={keysOf(id) ?? '–'} />
            </dt>
            <dd className="text-ink-soft text-sm">{t(text)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  )
}

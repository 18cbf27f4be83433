import { Button, EmptyState } from '@petal/ui'
import { t } from '@petal/ui/language'
import { Flag, Play } from 'lucide-react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'

/** The two ends of every agent, which are no steps. */
type Terminal = 'START' | 'END'

export function isTerminal(id: string): id is Terminal {
  return id === 'START' || id === 'END'
}

/** What the ends of an agent are for: they have no settings of their own. */
export function TerminalNote({ terminal }: { readonly terminal: Terminal }) {
  const actions = useActions()
  const inputs = useEditor((state) => listInputs(selectAgent(state).stateType.fields))
  if (terminal === 'END') {
    return (
      <EmptyState icon={<Flag />} title={t('End')}>
        {t('A run ends here, with the state as it is then.')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Play />}
      title={t('Start')}
      action={<Button onClick={() => actions.showSide('state')}>{t('Show the state')}</Button>}
    >
      {inputs === ''
        ? t('A run begins here. It asks for nothing: no field of the state is an input.')
        : t('A run begins here, and asks for {inputs}. Which fields are inputs is set in the state.', { inputs })}
    </EmptyState>
  )
}

function listInputs(fields: Readonly<Record<string, { readonly input?: boolean }>>): string {
  return Object.keys(fields)
    .filter((name) => fields[name]?.input === true)
    .join(', ')
}

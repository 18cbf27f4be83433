import { StateTypeFactory, setField } from '@petal/core/model'
import { Button, EmptyState } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import type { FormSlots } from '@petal/ui/schema-form'
import { Database, Sparkles } from 'lucide-react'
import { useActions, useEditor, useJudgement } from '../../editor/EditorContext.tsx'
import { selectAgent } from '../../editor/selectors.ts'
import { TextWith } from '../../look/TextWith.tsx'
import { AddField } from './AddField.tsx'
import { FieldCard } from './FieldCard.tsx'
import { useFieldUses } from './useFieldUses.ts'

interface StatePanelProps {
  /** Draws the kinds of fields that need an editor. */
  readonly slots: FormSlots
}

/** The fields that flow through a run: their types, and which steps read and write them. */
export function StatePanel({ slots }: StatePanelProps) {
  const fields = useEditor((state) => selectAgent(state).stateType.fields)
  const readOnly = useEditor((state) => state.session.readOnly !== undefined)
  const messagesAdded = useJudgement(({ inHand }) => inHand.ok && inHand.plan.messagesAdded)
  const uses = useFieldUses()
  const names = Object.keys(fields)
  return (
    <div data-history="document" className="flex flex-col gap-3 py-3">
      <p className="text-pretty px-4 text-ink-soft text-sm">
        <TextWith
          text={t(
            'A run starts with the inputs and passes the state from step to step. Prompts refer to a field as {name}.',
          )}
          parts={{ name: <code className="font-mono text-ink">{'{name}'}</code> }}
        />
      </p>
      {names.length === 0 && !messagesAdded ? (
        <EmptyState icon={<Database />} title={t('No fields yet')} className="py-6">
          {t('Add a field for what the agent is asked, and one for each result worth a name.')}
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-1.5 px-4">
        {Object.entries(fields).map(([name, field]) => (
          <FieldCard key={name} name={name} field={field} uses={uses.get(name)} slots={slots} disabled={readOnly} />
        ))}
        {messagesAdded ? <AddedMessages disabled={readOnly} /> : null}
      </ul>
      <AddField taken={names} disabled={readOnly} />
    </div>
  )
}

/** The `messages` field that every agent with a model step gets. */
function AddedMessages({ disabled }: { readonly disabled: boolean }) {
  const actions = useActions()
  const typeName = useEditor((state) => StateTypeFactory.createWithMessages(selectAgent(state).stateType).name)
  return (
    <li className="rounded-md border border-line border-dashed px-3 py-2">
      <div className="flex items-center gap-2">
        <Sparkles aria-hidden className="size-3.5 text-accent" />
        <span className="font-mono text-sm">{'messages'}</span>
        <span className="text-ink-faint text-sm">{t('messages')}</span>
      </div>
      <p className="mt-1 text-pretty text-ink-soft text-sm">
        <TextWith
          text={t(
            'Added automatically, because a step asks a model: the conversation so far. The state is then called {name}.',
          )}
          parts={{ name: <code className="wrap-anywhere font-mono">{typeName}</code> }}
        />
      </p>
      <Button
        variant="ghost"
        size="sm"
        className="-ml-2 mt-1"
        disabled={disabled}
        onClick={() =>
          actions.edit(msg('Declare messages'), (agent) => setField(agent, 'messages', { type: 'messages' }), 'record')
        }
      >
        {t('Declare it here')}
      </Button>
    </li>
  )
}

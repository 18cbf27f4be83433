import { type ToolDefinition, toolKinds } from '@petal/core/model'
import { Button, Menu } from '@petal/ui'
import { msg, t } from '@petal/ui/language'
import type { FormSlots } from '@petal/ui/schema-form'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useActions, useEditor } from '../../editor/EditorContext.tsx'
import { label } from '../../editor/label.ts'
import { selectAgent } from '../../editor/selectors.ts'
import { ToolCard } from './ToolCard.tsx'
import { addTools, freeToolName } from './toolEdits.ts'

interface ToolsSectionProps {
  /** Draws the kinds of fields that need an editor. */
  readonly slots: FormSlots
  /** Names of the saved keys. */
  readonly keys: readonly string[]
}

/** The agent's tools: what its steps, and the models they ask, may use. */
export function ToolsSection({ slots, keys }: ToolsSectionProps) {
  const actions = useActions()
  const tools = useEditor((state) => selectAgent(state).tools) ?? []
  const disabled = useEditor((state) => state.session.readOnly !== undefined)
  const [added, setAdded] = useState<string>()
  const add = ({ kind, title }: ToolDefinition) => {
    const name = freeToolName(`${kind}_tool`, tools)
    actions.edit(label(msg('Add tool: {title}'), { title }), (agent) => addTools(agent, [{ name, kind }]), 'record')
    setAdded(name)
  }
  return (
    <section
      aria-label={t('Tools')}
      data-field-path="tools"
      className="flex scroll-my-12 flex-col gap-2 border-line border-b px-4 py-4"
    >
      <div className="flex items-center justify-between">
        <h2 className="font-semibold text-base">{t('Tools')}</h2>
        <Menu
          align="end"
          trigger={
            <Button size="sm" icon={<Plus />} disabled={disabled}>
              {t('Add tool')}
            </Button>
          }
          entries={toolKinds.map((definition) => ({
            id: definition.kind,
            label: t(definition.title),
            hint: t(definition.description),
            onSelect: () => add(definition),
          }))}
        />
      </div>
      {tools.length === 0 ? (
        <p className="text-pretty text-ink-faint text-sm">
          {t('What steps and models may use: code, web servers, MCP servers, other agents.')}
        </p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {tools.map((tool, index) => (
            <ToolCard
              // A tool has no identity but its place: its name is what is edited.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={index}
              tool={tool}
              index={index}
              slots={slots}
              keys={keys}
              disabled={disabled}
              isNew={tool.name === added}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
